import { z } from 'zod';

/** Discord's rules for messages that no schema states: https://docs.discord.com/developers/components/reference */

const component: z.ZodType<Component> = z.lazy(() =>
  z.looseObject({
    type: z.number(),
    content: z.string().optional(),
    custom_id: z.string().optional(),
    components: z.array(component).optional(),
    accessory: component.optional(),
    options: z.array(z.looseObject({ value: z.string() })).optional(),
    file: z.object({ url: z.string() }).optional(),
    items: z
      .array(z.looseObject({ media: z.object({ url: z.string() }), description: z.string().optional() }))
      .optional(),
  }),
);

interface Component {
  readonly type: number;
  readonly content?: string | undefined;
  readonly custom_id?: string | undefined;
  readonly components?: Component[] | undefined;
  readonly accessory?: Component | undefined;
  readonly options?: { value: string }[] | undefined;
  readonly file?: { url: string } | undefined;
  readonly items?: { media: { url: string }; description?: string | undefined }[] | undefined;
}

const message = z.looseObject({
  content: z.string().optional(),
  embeds: z.array(z.unknown()).optional(),
  flags: z.number().optional(),
  components: z.array(component).optional(),
  attachments: z.array(z.looseObject({ description: z.string().optional() })).optional(),
  allowed_mentions: z.looseObject({ parse: z.array(z.string()) }).optional(),
});

const COMPONENTS_V2 = 1 << 15;
const MOST_COMPONENTS = 40;
const MOST_TEXT = 4_000;
const MOST_CONTENT = 2_000;
const MOST_FILES = 10;
const LONGEST_DESCRIPTION = 1_024;
/**
 * Of a message with components, beyond which Discord answers 500: each text weighs its UTF-8 and 12 bytes more.
 * https://github.com/discord/discord-api-docs/issues/8554
 */
const MOST_BYTES = 10_170;
const BYTES_A_TEXT = 12;

/** @returns what Discord would refuse the message for, or what we never want; empty for a good one */
export function messageProblems(body: unknown, fileNames: readonly string[]): string[] {
  const { content, embeds, flags = 0, components = [], attachments = [], allowed_mentions } = message.parse(body);
  const all = components.flatMap(withDescendants);
  const texts = all.filter(({ type }) => type === 10).map(({ content: text = '' }) => text);
  const customIds = all.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]));
  const descriptions = [...all.flatMap(({ items = [] }) => items), ...attachments].flatMap(
    ({ description }) => description ?? [],
  );
  const problems: [boolean, string][] = [
    [(flags & COMPONENTS_V2) !== 0 && (content !== undefined || embeds !== undefined), 'content beside components'],
    [(flags & COMPONENTS_V2) === 0 && all.some(({ type }) => type >= 9), 'components of version 2 without the flag'],
    [(flags & COMPONENTS_V2) !== 0 && all.length === 0, 'no components'],
    [(flags & COMPONENTS_V2) === 0 && (content ?? '').trim() === '' && fileNames.length === 0, 'an empty message'],
    [all.length > MOST_COMPONENTS, `${all.length} components`],
    [lengthOf(texts.join('')) > MOST_TEXT, `${lengthOf(texts.join(''))} characters of text`],
    [isTooHeavy(body), `${weightOf(texts)} bytes of text`],
    [lengthOf(content ?? '') > MOST_CONTENT, `${lengthOf(content ?? '')} characters of content`],
    [fileNames.length > MOST_FILES, `${fileNames.length} files`],
    [descriptions.some(({ length }) => length < 1 || length > LONGEST_DESCRIPTION), 'a description of a wrong length'],
    [descriptions.some((text) => !text.isWellFormed()), 'half a surrogate pair in a description'],
    [texts.some((text) => text.trim() === ''), 'a blank text'],
    [[content ?? '', ...texts].some((text) => !text.isWellFormed()), 'half a surrogate pair'],
    [new Set(customIds).size !== customIds.length, 'two components with one custom_id'],
    [all.some(({ options = [] }) => hasDoubles(options.map(({ value }) => value))), 'two options with one value'],
    [missingFiles(all, fileNames).length > 0, `components without their files: ${missingFiles(all, fileNames)}`],
    [allowed_mentions === undefined || allowed_mentions.parse.length > 0, 'mentions that could ping'],
  ];
  return problems.flatMap(([isProblem, description]) => (isProblem ? [description] : []));
}

/** Whether Discord fails over a message, though nothing it documents is wrong with it. */
export function isTooHeavy(body: unknown): boolean {
  const { components = [] } = message.safeParse(body).data ?? {};
  const texts = components.flatMap(withDescendants).flatMap(({ type, content = '' }) => (type === 10 ? [content] : []));
  return weightOf(texts) > MOST_BYTES;
}

function weightOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text) + BYTES_A_TEXT, 0);
}

/** A component and all that are in it. */
function withDescendants(root: Component): Component[] {
  const inner = [...(root.components ?? []), ...(root.accessory === undefined ? [] : [root.accessory])];
  return [root, ...inner.flatMap(withDescendants)];
}

/** In UTF-16 units: never fewer than Discord counts. */
function lengthOf(text: string): number {
  return text.length;
}

function hasDoubles(values: readonly string[]): boolean {
  return new Set(values).size !== values.length;
}

function missingFiles(components: readonly Component[], fileNames: readonly string[]): string[] {
  const urls = components.flatMap(({ file, items = [] }) => [
    ...(file === undefined ? [] : [file.url]),
    ...items.map(({ media }) => media.url),
  ]);
  return urls.map((url) => url.replace('attachment://', '')).filter((name) => !fileNames.includes(name));
}

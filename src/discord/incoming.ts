import { z } from 'zod';
import { type Locale, localeOf } from '../chat/locale.ts';

/**
 * What the bot reads of what Discord sends: these fields and no others, checked, so that
 * nothing malformed goes further. A field that is malformed counts as absent wherever the rest
 * can be answered without it; without an id, a token or a sender nothing can. The interaction's
 * token lets anybody answer in the bot's name for 15 minutes: it is never logged.
 */

/** Digits on Discord; nothing more is assumed than that it can stand in a path and in a component's id. */
const snowflake = z.string().regex(/^[\w-]{1,24}$/);
const user = z.object({ id: snowflake, bot: absent(z.boolean()) });
const list = <Item extends z.ZodType>(item: Item) => z.array(item).catch([]);
const text = z.string().catch('');

const common = {
  id: snowflake,
  /** Stands in the address of later answers; the first goes without. */
  application_id: snowflake.catch('0'),
  token: z.string().min(1),
  locale: absent(z.string()),
  guild_locale: absent(z.string()),
  guild_id: absent(snowflake),
  /** By kind of installation (`INSTALLED_IN_GUILD`): for whom the bot was installed that is used here. */
  authorizing_integration_owners: absent(z.record(z.string(), z.unknown())),
  channel_id: absent(snowflake),
  user: absent(user),
  member: absent(
    z.object({
      user: absent(user),
      permissions: z.string().regex(/^\d+$/).catch('0'),
      roles: list(snowflake),
    }),
  ),
  /** Where it is used; a thread and a forum post have a parent. */
  channel: absent(z.object({ parent_id: absent(snowflake) })),
};

const typed = z.object({
  name: z.string(),
  value: absent(z.union([z.string(), z.number(), z.boolean()])),
  focused: absent(z.boolean()),
});
/** A subcommand has options of its own. */
const option = typed.extend({ options: list(typed) });

/** A file that somebody has sent. */
const attachment = z.object({
  filename: z.string().min(1).max(1_024),
  /** What the file was called before Discord took letters out of its name; without an extension. */
  title: absent(z.string().max(1_024)),
  url: z.string().max(4_096),
});

/** Components that hold others are read so deep and no deeper: what is sent is not trusted to end. */
const DEEPEST = 4;

/** A component of any kind: what its text is and what it holds. */
export interface TextComponent {
  readonly content?: string | undefined;
  readonly components?: readonly TextComponent[] | undefined;
}

const components: z.ZodType<TextComponent[]> = z
  .array(z.unknown())
  .catch([])
  .transform((found) => readComponents(found, 0));

const embed = z.object({
  author: absent(z.object({ name: text })),
  title: text,
  description: text,
  fields: list(z.object({ name: text, value: text })),
  footer: absent(z.object({ text })),
});

/** What a message shows, be it sent or forwarded. */
const shown = {
  content: text,
  embeds: list(embed),
  components,
  attachments: list(z.unknown()),
  poll: absent(z.object({ question: z.object({ text }), answers: list(z.object({ poll_media: z.object({ text }) })) })),
};

/** A message that a command is used on. */
const target = z.object({
  ...shown,
  author: absent(z.object({ id: snowflake })),
  application_id: absent(snowflake),
  message_snapshots: list(z.object({ message: z.object(shown) })),
});

const command = z.object({
  ...common,
  type: z.literal(2),
  data: z.object({
    name: text,
    options: list(option),
    target_id: absent(snowflake),
    resolved: absent(
      z.object({
        messages: z.record(z.string(), target).catch({}),
        attachments: z.record(z.string(), attachment).catch({}),
      }),
    ),
  }),
});

/** The message that a control stands in. */
const around = z.object({ id: snowflake.catch('0'), flags: z.number().catch(0) });

const component = z.object({
  ...common,
  type: z.literal(3),
  data: z.object({ custom_id: text, values: list(z.string()) }),
  message: around.extend({ components }).catch({ id: '0', flags: 0, components: [] }),
});

const completion = z.object({
  ...common,
  type: z.literal(4),
  data: z.object({ name: text, options: list(option) }),
});

/** What was filled in stands in a label of its own. */
const filledIn = z.object({
  custom_id: z.string(),
  value: absent(z.string()),
  values: list(z.string()),
});
const form = z.object({
  ...common,
  type: z.literal(5),
  data: z.object({
    custom_id: text,
    components: list(z.object({ component: absent(filledIn) })),
    resolved: absent(z.object({ attachments: z.record(z.string(), attachment).catch({}) })),
  }),
  /** Absent where the form was opened by a command. */
  message: absent(around),
});

const interaction = z.discriminatedUnion('type', [command, component, completion, form]);

const message = z.object({
  id: snowflake,
  channel_id: snowflake,
  // A message of a server must not be taken for one that was sent directly.
  guild_id: snowflake.nullish().transform((id) => id ?? undefined),
  author: user,
  webhook_id: z.unknown().optional(),
  type: z.number().catch(0),
  content: text,
  mentions: list(z.object({ id: snowflake })),
  referenced_message: absent(z.object({ ...target.shape, author: user })),
  /** When it was written, as ISO 8601. */
  timestamp: text,
  mention_roles: list(snowflake),
});

export type IncomingTarget = z.output<typeof target>;
export type IncomingCommand = z.output<typeof command>;
export type IncomingComponent = z.output<typeof component>;
export type IncomingCompletion = z.output<typeof completion>;
export type IncomingForm = z.output<typeof form>;
export type IncomingAttachment = z.output<typeof attachment>;
export type IncomingInteraction = z.output<typeof interaction>;
export type IncomingMessage = z.output<typeof message>;

/** @returns undefined for what is malformed or of a kind the bot does not use */
export function readInteraction(payload: unknown): IncomingInteraction | undefined {
  return interaction.safeParse(payload).data;
}

/** @returns undefined for what is malformed */
export function readMessage(payload: unknown): IncomingMessage | undefined {
  return message.safeParse(payload).data;
}

/** Of what a message has attached, that which can be fetched. */
export function readAttachments(attached: readonly unknown[]): IncomingAttachment[] {
  return attached.flatMap((candidate) => attachment.safeParse(candidate).data ?? []);
}

/** A field that may be missing; one that is null or malformed says as little. */
function absent<Field extends z.ZodType>(field: Field) {
  return field.optional().catch(undefined);
}

/** Who uses it: in a server a member, elsewhere a user. */
export function userOf({ member, user }: IncomingInteraction): string {
  return member?.user?.id ?? user?.id ?? '0';
}

/** Discord's number for what was installed in a server and not for one user. */
const INSTALLED_IN_GUILD = '0';

/**
 * The server whose library is asked: where it is used, if the bot was installed there. Somebody who has installed it for
 * themselves takes it into every server, and sees none of theirs.
 */
export function serverOf({
  guild_id,
  authorizing_integration_owners: owners,
}: IncomingInteraction): string | undefined {
  return owners?.[INSTALLED_IN_GUILD] === guild_id ? guild_id : undefined;
}

/** The language of the one who uses it, else of the server. */
export function localeOfReader({ locale, guild_locale }: IncomingInteraction): Locale {
  return localeOf(locale ?? guild_locale);
}

/** What is no component counts as none. */
function readComponents(found: readonly unknown[], depth: number): TextComponent[] {
  if (depth > DEEPEST) return [];
  return found.flatMap((candidate) => {
    if (typeof candidate !== 'object' || candidate === null) return [];
    const { content, components: inner } = candidate as Readonly<Record<string, unknown>>;
    return [
      {
        ...(typeof content === 'string' ? { content } : {}),
        ...(Array.isArray(inner) ? { components: readComponents(inner, depth + 1) } : {}),
      },
    ];
  });
}

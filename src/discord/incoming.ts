import { z } from 'zod';

/**
 * What the bot reads of what Discord sends: these fields and no others, checked, so that
 * nothing malformed goes further. The interaction's token lets anybody answer in the bot's
 * name for 15 minutes: it is never logged.
 */

/** Digits on Discord; nothing more is assumed than that it can stand in a path and in a component's id. */
const snowflake = z.string().regex(/^[\w-]{1,24}$/);
const user = z.object({ id: snowflake, bot: z.boolean().optional() });

const common = {
  id: snowflake,
  application_id: snowflake,
  token: z.string().min(1),
  locale: z.string().optional(),
  guild_locale: z.string().optional(),
  guild_id: snowflake.optional(),
  user: user.optional(),
  member: z.object({ user, permissions: z.string().regex(/^\d+$/).default('0') }).optional(),
};

const option = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
});

const command = z.object({
  ...common,
  type: z.literal(2),
  data: z.object({
    name: z.string(),
    options: z.array(option).default([]),
    target_id: snowflake.optional(),
    resolved: z
      .object({ messages: z.record(z.string(), z.object({ content: z.string().default('') })).optional() })
      .optional(),
  }),
});

const component = z.object({
  ...common,
  type: z.literal(3),
  data: z.object({ custom_id: z.string(), values: z.array(z.string()).default([]) }),
  message: z.object({ id: snowflake, flags: z.number().default(0) }),
});

const completion = z.object({
  ...common,
  type: z.literal(4),
  data: z.object({ name: z.string(), options: z.array(option).default([]) }),
});

const interaction = z.discriminatedUnion('type', [command, component, completion]);

/** Any component: what its text is and what it holds. */
const textComponent: z.ZodType<{ content?: string | undefined; components?: unknown[] | undefined }> = z.object({
  content: z.string().optional(),
  components: z.array(z.unknown()).optional(),
});

const message = z.object({
  id: snowflake,
  channel_id: snowflake,
  guild_id: snowflake.optional(),
  author: user,
  webhook_id: snowflake.optional(),
  type: z.number().default(0),
  content: z.string().default(''),
  mentions: z.array(z.object({ id: snowflake })).default([]),
  referenced_message: z
    .object({ author: user, content: z.string().default(''), components: z.array(z.unknown()).default([]) })
    .nullish(),
});

export type IncomingCommand = z.output<typeof command>;
export type IncomingComponent = z.output<typeof component>;
export type IncomingCompletion = z.output<typeof completion>;
export type IncomingInteraction = z.output<typeof interaction>;
export type IncomingMessage = z.output<typeof message>;

/** @returns undefined for what is malformed or of a kind the bot does not use */
export function readInteraction(payload: unknown): IncomingInteraction | undefined {
  return interaction.safeParse(withoutNulls(payload)).data;
}

/** @returns undefined for what is malformed */
export function readMessage(payload: unknown): IncomingMessage | undefined {
  return message.safeParse(withoutNulls(payload)).data;
}

/** A field that is null says as little as one that is absent. */
function withoutNulls(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null) return payload;
  return Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== null));
}

/** Who uses it: in a server a member, elsewhere a user. */
export function userOf({ member, user }: IncomingInteraction): string {
  return member?.user.id ?? user?.id ?? '0';
}

/** All text of a message's components, a line each, outer before inner. */
export function textOfComponents(components: readonly unknown[], depth = 0): string {
  if (depth > 4) return '';
  return components
    .flatMap((candidate) => {
      const { content, components } = textComponent.safeParse(candidate).data ?? {};
      return [content ?? '', textOfComponents(components ?? [], depth + 1)];
    })
    .filter((text) => text !== '')
    .join('\n');
}

/**
 * A message as it comes from the server: plain data of the shape that Discord's HTTP interface takes
 * (`src/discord/render/message.ts`). Whatever is drawn from it is drawn as text: nothing here is trusted.
 */
export interface Payload {
  readonly content?: string | undefined;
  readonly components?: readonly Component[] | undefined;
  readonly flags?: number | undefined;
}

/** What goes with a message as a file. */
export type AttachedFile = AttachedText | AttachedPicture;

export interface AttachedText {
  readonly name: string;
  readonly text: string;
}

/** A PNG. */
export interface AttachedPicture {
  readonly name: string;
  readonly base64: string;
}

/** Any component of a message; which of the fields there are depends on the type. */
export interface Component {
  readonly type: number;
  readonly content?: string | undefined;
  readonly components?: readonly Component[] | undefined;
  readonly accessory?: Component | undefined;
  readonly accent_color?: number | null | undefined;
  readonly spoiler?: boolean | undefined;
  readonly divider?: boolean | undefined;
  readonly spacing?: number | undefined;
  readonly style?: number | undefined;
  readonly label?: string | undefined;
  readonly url?: string | undefined;
  readonly custom_id?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly emoji?: Emoji | undefined;
  readonly placeholder?: string | undefined;
  readonly min_values?: number | undefined;
  readonly max_values?: number | undefined;
  readonly options?: readonly SelectOption[] | undefined;
  readonly file?: Media | undefined;
  readonly media?: Media | undefined;
  readonly items?: readonly MediaItem[] | undefined;
  readonly description?: string | null | undefined;
}

export interface Emoji {
  readonly id?: string | null | undefined;
  readonly name?: string | null | undefined;
}

export interface SelectOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string | undefined;
  readonly emoji?: Emoji | undefined;
  readonly default?: boolean | undefined;
}

export interface Media {
  readonly url: string;
}

export interface MediaItem {
  readonly media: Media;
  readonly description?: string | null | undefined;
  readonly spoiler?: boolean | undefined;
}

/** What Discord numbers its components with: https://docs.discord.com/developers/components/reference */
export const TYPE = {
  row: 1,
  button: 2,
  stringSelect: 3,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
} as const;

/** Bits of a message's flags. */
export const FLAG = { ephemeral: 1 << 6 } as const;

/** A control that was used: a button by its id alone, a select with what was chosen. */
export interface Use {
  readonly customId: string;
  readonly values?: readonly string[];
}

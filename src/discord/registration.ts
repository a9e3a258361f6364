import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type REST,
  Routes,
} from 'discord.js';
import type { CommandDefinition, OptionDefinition } from '../chat/command.ts';
import type { Localised } from '../chat/locale.ts';
import { ADD_TO_LIBRARY, type DeskOption, LIBRARY } from '../curation/command.ts';
import { fitLabel } from './render/label.ts';

/** Discord's limits: https://docs.discord.com/developers/interactions/application-commands */
const DESCRIPTION = 100;
const LONGEST_TEXT = 6_000;

/** A command as Discord registers it. */
export interface Registration {
  readonly name: string;
  readonly type: ApplicationCommandType;
  readonly [field: string]: unknown;
}

/** What registering changes. */
export interface Difference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Where commands are registered: for one guild they appear at once and only there. */
export interface Place {
  readonly applicationId: string;
  readonly guildId: string | undefined;
}

/** The commands as Discord wants to be told of them: everybody's, and those of moderators. */
export function registrations(
  commands: readonly CommandDefinition[],
  { severalArticles, guildId }: { severalArticles: boolean; guildId: string | undefined },
): Registration[] {
  const ofEverybody = commands.map((command) => ({
    ...described(command),
    // A guild's own commands are in that guild and nowhere else: Discord takes no contexts for them.
    ...(guildId === undefined ? EVERYWHERE : {}),
    ...(command.kind === 'slash' ? { options: optionsOf(command, severalArticles) } : {}),
  }));
  return [
    ...ofEverybody,
    ...OF_MODERATORS.map((command) => ({ ...command, ...(guildId === undefined ? IN_SERVERS : {}) })),
  ];
}

/** In servers that have added the bot, and nowhere else. */
const IN_SERVERS = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/** Until a server says otherwise on its page of integrations. Discord takes a number and gives back a text. */
const default_member_permissions = Number(PermissionFlagsBits.ManageGuild);

const OF_MODERATORS: readonly Registration[] = [
  {
    type: ApplicationCommandType.ChatInput,
    // In every language the same: where the name of a command is translated, clients do not find its subcommands.
    name: LIBRARY.name,
    description: LIBRARY.description.en,
    description_localizations: chinese(LIBRARY.description),
    default_member_permissions,
    options: LIBRARY.subcommands.map((subcommand) => ({
      type: ApplicationCommandOptionType.Subcommand,
      name: subcommand.name,
      ...localised(subcommand),
      options: subcommand.options.map(deskOptionOf),
    })),
  },
  {
    type: ApplicationCommandType.Message,
    name: ADD_TO_LIBRARY.en,
    name_localizations: chinese(ADD_TO_LIBRARY),
    default_member_permissions,
  },
];

function deskOptionOf(option: DeskOption): object {
  const base = { name: option.name, required: option.required, ...localised(option) };
  switch (option.type) {
    case 'file':
      return { ...base, type: ApplicationCommandOptionType.Attachment };
    case 'channel':
      return { ...base, type: ApplicationCommandOptionType.Channel };
    default:
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        ...(option.maxLength === undefined ? {} : { max_length: option.maxLength }),
        autocomplete: option.type === 'article',
      };
  }
}

const EVERYWHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

function described(command: CommandDefinition): Registration {
  if (command.kind === 'message') {
    // What people see in the menu: spaces and capitals are allowed there.
    const name = command.names.en;
    return { type: ApplicationCommandType.Message, name, name_localizations: chinese(command.names) };
  }
  return { type: ApplicationCommandType.ChatInput, name: command.name, ...localised(command) };
}

function optionsOf({ options }: CommandDefinition, severalArticles: boolean): object[] {
  const offered = options.filter((option) => severalArticles || option.onlyWithSeveralArticles !== true);
  // Discord wants the required ones first.
  return [...offered.filter(({ required }) => required), ...offered.filter(({ required }) => !required)].map(optionOf);
}

function optionOf(option: OptionDefinition): object {
  const base = { name: option.name, required: option.required, ...localised(option) };
  if (option.type === 'flag') return { ...base, type: ApplicationCommandOptionType.Boolean };
  return {
    ...base,
    type: ApplicationCommandOptionType.String,
    ...(option.maxLength === undefined ? {} : { max_length: Math.min(option.maxLength, LONGEST_TEXT) }),
    autocomplete: option.completes !== undefined,
  };
}

function localised({ names, description }: { names: Localised; description: Localised }) {
  return {
    name_localizations: chinese(names),
    description: fitLabel(description.en, DESCRIPTION) ?? names.en,
    description_localizations: chinese(description),
  };
}

/** English is the default; Simplified and Traditional do not stand in for each other. */
function chinese(text: Localised): Record<string, string> {
  return { 'zh-CN': text['zh-CN'], 'zh-TW': text['zh-TW'] };
}

/** What Discord would have to be told. Both sides are brought to one form, because Discord fills in what it was not told. */
export function compareRegistrations(wanted: readonly Registration[], registered: readonly object[]): Difference {
  const isForGuild = wanted.every((command) => command.contexts === undefined);
  const before = new Map(registered.map((command) => [keyOf(command), normalised(command, isForGuild)]));
  const after = new Map(wanted.map((command) => [keyOf(command), normalised(command, isForGuild)]));
  const keys = [...after.keys()];
  return {
    added: keys.filter((key) => !before.has(key)),
    changed: keys.filter((key) => before.has(key) && before.get(key) !== after.get(key)),
    removed: [...before.keys()].filter((key) => !after.has(key)),
  };
}

function keyOf(command: object): string {
  const { name, type = ApplicationCommandType.ChatInput } = command as Partial<APIApplicationCommand>;
  return `${ApplicationCommandType[type]} ${name}`;
}

/** The fields that registering sets, in a fixed order, without what says nothing. Where a guild's command can be used is Discord's to say. */
function normalised(command: object, isForGuild: boolean): string {
  const {
    name,
    type,
    name_localizations,
    description,
    description_localizations,
    contexts,
    integration_types,
    default_member_permissions,
    options,
  } = command as Partial<APIApplicationCommand>;
  return stable({
    name,
    type: type ?? ApplicationCommandType.ChatInput,
    name_localizations,
    description,
    description_localizations,
    permissions: default_member_permissions === null ? undefined : String(default_member_permissions ?? ''),
    ...(isForGuild
      ? {}
      : {
          contexts: contexts?.toSorted((a, b) => a - b),
          integration_types: integration_types?.toSorted((a, b) => a - b),
        }),
    options: options?.map((option) => normalisedOption(option as APIApplicationCommandBasicOption)),
  });
}

function normalisedOption(option: APIApplicationCommandBasicOption): object {
  const { name, type, required, name_localizations, description, description_localizations } = option;
  const autocomplete = 'autocomplete' in option && option.autocomplete === true;
  const max_length = 'max_length' in option ? option.max_length : undefined;
  const inner = 'options' in option ? (option.options as APIApplicationCommandBasicOption[] | undefined) : undefined;
  return {
    name,
    type,
    required: required === true,
    name_localizations,
    description,
    description_localizations,
    autocomplete,
    max_length,
    options: inner?.map(normalisedOption),
  };
}

function stable(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (inner === null || inner === '') return undefined;
    if (typeof inner === 'object' && Object.keys(inner).length === 0) return undefined;
    if (typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/**
 * Tells Discord of the commands where something differs.
 * @param dryRun only says what would change
 */
export async function register(
  rest: REST,
  { applicationId, guildId }: Place,
  wanted: readonly Registration[],
  dryRun = false,
): Promise<Difference> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const registered = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
  const difference = compareRegistrations(wanted, Array.isArray(registered) ? registered : []);
  if (!dryRun && changes(difference) > 0) await rest.put(route, { body: wanted });
  return difference;
}

/** How many commands a difference is about. */
export function changes({ added, changed, removed }: Difference): number {
  return added.length + changed.length + removed.length;
}

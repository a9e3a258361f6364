import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Locale } from '../../chat/locale.ts';
import type { Action, Choice, Reply } from '../../chat/reply.ts';
import { textsIn } from '../../chat/texts/texts.ts';
import { curationTextsIn } from '../../curation/texts/texts.ts';
import {
  formatComponentId,
  formatNotMeantId,
  formatPlace,
  formatQuestionId,
  LONGEST_QUESTION,
  NOWHERE,
} from '../custom-id.ts';
import { discordTextsIn } from '../texts.ts';
import { fitLabel } from './label.ts';
import type { RenderedEntry } from './rendered.ts';
import { webAddress } from './web-address.ts';
import { COMPONENT_BYTES, weightOf } from './weight.ts';

/** Discord's limits on controls: https://docs.discord.com/developers/components/reference */
const ROW_BUTTONS = 5;
const BUTTON_LABEL = 80;
const SELECT_OPTIONS = 25;
const OPTION_TEXT = 100;
/** So many options are looked at for those that can be shown: an article may have thousands of sections. */
const MOST_LOOKED_AT = 4 * SELECT_OPTIONS;
const PLACEHOLDER = 150;
/** Ours: more would push what was asked for off a phone. A select has a row for itself. */
const MOST_ROWS = 2;
const MOST_BUTTONS = MOST_ROWS * ROW_BUTTONS;
/** Of a card's 10,000 bytes (`budget.ts`): the words are what somebody asked for, the ways on from there come second. */
const MOST_BYTES = 4_000;
/** How long a select's labels are, and whether they are described: the first that fits. A long label is cut with an ellipsis anyway. */
const OPTION_LOOKS = [
  { most: OPTION_TEXT, described: true },
  { most: OPTION_TEXT, described: false },
  { most: 40, described: false },
  { most: 20, described: false },
] as const;

/** For whom controls are made. */
export interface ControlLayout {
  readonly locale: Locale;
  /** Who asked; their id travels in every control. */
  readonly owner: string;
  /** A private card can be posted to the channel, a public one copied and deleted. */
  readonly audience: Reply['visibility'];
  /** The question, where who asked may say that this is no answer to it. */
  readonly notMeant?: string;
}

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/**
 * A reply's actions as rows of buttons and choices as rows with a select each, at most two rows and
 * 4,000 bytes of them: buttons and options that there is no room for are left out.
 *
 * @param choices those of the reply that are shown
 */
export function renderControls(reply: Reply, choices: Reply['choices'], layout: ControlLayout): Row[] {
  const selects = choices.slice(0, MOST_ROWS - 1);
  const rows = rowsOf(buttonsOf(reply, MOST_ROWS - selects.length, layout));
  let left = MOST_BYTES - weightOf(rows);
  for (const [at, choice] of selects.entries()) {
    for (const component of select(choice, MOST_BUTTONS + at, left - COMPONENT_BYTES, layout)) {
      rows.push(row([component]));
      left -= COMPONENT_BYTES + weightOf(component);
    }
  }
  return rows;
}

/** The ways to delete what everybody sees, and to say that it is no answer, are there whatever there is no room for. @param rows how many there may be */
function buttonsOf(reply: Reply, rows: number, layout: ControlLayout): APIButtonComponent[] {
  const remove = [...notMeantButton(layout), ...(layout.audience === 'public' ? [deleteButton(layout)] : [])];
  const actions = forAudience(withoutCitedLink(reply), layout).slice(0, MOST_BUTTONS);
  const buttons = actions.flatMap((action, slot) => button(action, slot, layout));
  const room = MOST_BYTES - COMPONENT_BYTES * MOST_ROWS - weightOf(remove);
  return [...lightEnough(buttons, room).slice(0, rows * ROW_BUTTONS - remove.length), ...remove];
}

/** A citation leads to the page by itself. */
function withoutCitedLink({ actions, blocks }: Reply): Action[] {
  const isCited = blocks.some((block) => block.kind === 'citation' && block.url !== undefined);
  return actions.filter(({ kind }) => kind !== 'link' || !isCited);
}

/** Those of them that weigh no more than so many bytes together, the first ones first. */
function lightEnough<Part>(parts: readonly Part[], bytes: number): Part[] {
  let left = bytes;
  return parts.filter((part) => {
    const weight = weightOf(part);
    if (weight > left) return false;
    left -= weight;
    return true;
  });
}

/** Whatever a card was made for, the one who sees it alone may post it, and everybody may copy what is public. */
function forAudience(actions: readonly Action[], { audience, locale }: ControlLayout): Action[] {
  const { copy, post } = textsIn(locale).labels;
  return actions.flatMap((action): Action[] => {
    if (action.kind === 'delete') return [];
    if (action.kind === 'copy' && audience === 'private') return [{ ...action, kind: 'post', label: post }];
    if (action.kind === 'post' && audience === 'public') return [{ ...action, kind: 'copy', label: copy }];
    return [action];
  });
}

function button(action: Action, slot: number, { owner }: ControlLayout): APIButtonComponent[] {
  const label = fitLabel(action.label, BUTTON_LABEL);
  if (label === undefined) return [];
  if (action.kind === 'ask') {
    if (action.label.length > LONGEST_QUESTION) return [];
    const custom_id = formatQuestionId({ question: action.label, owner, slot });
    return [{ type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id }];
  }
  if (action.kind === 'link') {
    const url = webAddress(action.url);
    return url === undefined ? [] : [{ type: ComponentType.Button, style: ButtonStyle.Link, label, url }];
  }
  const custom_id = formatComponentId({ action: action.kind, place: action.target, owner, slot });
  const style = action.kind === 'post' ? ButtonStyle.Primary : ButtonStyle.Secondary;
  return [{ type: ComponentType.Button, style, label, custom_id, disabled: action.disabled ?? false }];
}

/** What stands beside a piece of text and opens what it is about. @param at tells the pieces of a message apart */
export function openButton(
  { target, way }: RenderedEntry,
  at: number,
  { owner, locale }: ControlLayout,
): APIButtonComponent {
  const slot = MOST_BUTTONS + MOST_ROWS + at;
  const custom_id = formatComponentId({ action: way, place: target, owner, slot });
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, label: discordTextsIn(locale).open, custom_id };
}

/** Says that the answer was not what was asked for. */
function notMeantButton({ notMeant = '', owner, locale }: ControlLayout): APIButtonComponent[] {
  if (notMeant === '') return [];
  const label = curationTextsIn(locale).labels.notMeant;
  const custom_id = formatNotMeantId({ question: notMeant, owner });
  return [{ type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id }];
}

/** Takes away the message that it stands in. */
function deleteButton({ owner, locale }: ControlLayout): APIButtonComponent {
  const custom_id = formatComponentId({ action: 'delete', place: NOWHERE, owner, slot: MOST_BUTTONS + MOST_ROWS - 1 });
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, label: discordTextsIn(locale).delete, custom_id };
}

/** @param bytes what it may weigh */
function select(choice: Choice, slot: number, bytes: number, { owner }: ControlLayout): APIStringSelectComponent[] {
  const first = choice.options[0]?.target;
  if (first === undefined) return [];
  const placeholder = fitLabel(choice.placeholder, PLACEHOLDER);
  const action = choice.kind === 'passage' || choice.kind === 'section' ? 'choose' : choice.kind;
  const bare = {
    type: ComponentType.StringSelect as const,
    custom_id: formatComponentId({ action, place: first, owner, slot }),
    ...(placeholder === undefined ? {} : { placeholder }),
  };
  const room = bytes - weightOf(bare);
  const looks = OPTION_LOOKS.map((look) => optionsOf(choice, look));
  const options = lightEnough(looks.find((all) => weightOf(all) <= room) ?? looks.at(-1) ?? [], room);
  return options.length === 0 ? [] : [{ ...bare, options }];
}

/** A select's options: no two lead to the same place. */
function optionsOf(choice: Choice, { most, described }: (typeof OPTION_LOOKS)[number]): APISelectMenuOption[] {
  const options = new Map<string, APISelectMenuOption>();
  for (const { label, description, target } of choice.options.slice(0, MOST_LOOKED_AT)) {
    if (options.size === SELECT_OPTIONS) break;
    const value = formatPlace(target);
    const shown = options.has(value) ? undefined : fitLabel(label, most);
    if (shown === undefined) continue;
    const detail = described && description !== undefined ? fitLabel(description, OPTION_TEXT) : undefined;
    options.set(value, { label: shown, value, ...(detail === undefined ? {} : { description: detail }) });
  }
  return [...options.values()];
}

/** The ways through the article first; what does not fit beside them stands in a row of its own. */
function rowsOf(buttons: readonly APIButtonComponent[]): Row[] {
  if (buttons.length <= ROW_BUTTONS) return buttons.length === 0 ? [] : [row(buttons)];
  const first = buttons.length === ROW_BUTTONS + 1 ? ROW_BUTTONS - 1 : ROW_BUTTONS;
  return [row(buttons.slice(0, first)), ...rowsOf(buttons.slice(first))];
}

/** A row of controls. */
function row(components: readonly APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components: [...components] };
}

import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  ButtonStyle,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord.js';
import type { Locale } from '../../chat/locale.ts';
import type { Move } from '../../curation/move.ts';
import type { Button, Panel, Pick, Row, Select } from '../../curation/panel.ts';
import { formatMoveId } from '../custom-id.ts';
import { discordTextsIn } from '../texts.ts';
import { CARD_COMPONENTS, CARD_SPACE, fitBlocks } from './budget.ts';
import { ACCENT, blockComponents, cardMessage } from './card.ts';
import { fitLabel } from './label.ts';
import type { OutgoingMessage } from './message.ts';
import { less } from './space.ts';
import { COMPONENT_BYTES, weightOf } from './weight.ts';

/** Discord's limits on controls: https://docs.discord.com/developers/components/reference */
const BUTTON_LABEL = 80;
const SELECT_OPTIONS = 25;
const OPTION_TEXT = 100;
const PLACEHOLDER = 150;
const ROW_BUTTONS = 5;

/** Where people ask questions. */
const CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildVoice,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

/** For whom a panel is drawn: it works for nobody else, and nowhere else. */
export interface PanelLayout {
  readonly locale: Locale;
  readonly server: string;
  readonly owner: string;
  /** Whether there is such a role or channel: Discord refuses a select that names one that is gone. */
  isThere(kind: Pick['kind'], id: string): boolean;
}

/** A panel as one message that the moderator alone sees, within Discord's limits. */
export function renderPanel(panel: Panel, layout: PanelLayout): OutgoingMessage {
  let slot = 0;
  const idOf = (move: Move) => {
    slot += 1;
    return formatMoveId({ move, server: layout.server, owner: layout.owner, slot });
  };
  const controls = panel.controls.flatMap((control) => rowsOf(control, idOf, layout));
  const forControls = controls.reduce((sum, { components }) => sum + 1 + components.length, 0);
  const space = less(CARD_SPACE, { characters: 0, bytes: COMPONENT_BYTES + weightOf(controls) });
  const blocks = fitBlocks(panel.blocks, space, CARD_COMPONENTS - 1 - forControls, layout);
  const components = blocks.flatMap((block, at) => blockComponents(block, at > 0, undefined));
  if (components.length === 0) {
    components.push({ type: ComponentType.TextDisplay, content: discordTextsIn(layout.locale).empty });
  }
  const container: APIContainerComponent = {
    type: ComponentType.Container,
    accent_color: ACCENT,
    components: [...components, ...controls],
  };
  return cardMessage([container], [], 'private');
}

type ActionRow = APIActionRowComponent<APIComponentInMessageActionRow>;

function rowsOf(control: Row, idOf: (move: Move) => string, layout: PanelLayout): ActionRow[] {
  if (control.kind === 'buttons') {
    const buttons = control.buttons.slice(0, ROW_BUTTONS).flatMap((button) => drawButton(button, idOf));
    return buttons.length === 0 ? [] : [row(buttons)];
  }
  return control.kind === 'select' ? drawSelect(control, idOf) : [row([drawPick(control, idOf, layout)])];
}

function row(components: APIComponentInMessageActionRow[]): ActionRow {
  return { type: ComponentType.ActionRow, components };
}

function drawButton(
  { label, move, weight, disabled = false }: Button,
  idOf: (move: Move) => string,
): APIButtonComponentWithCustomId[] {
  const shown = fitLabel(label, BUTTON_LABEL);
  if (shown === undefined) return [];
  const styles = { main: ButtonStyle.Primary, grave: ButtonStyle.Danger } as const;
  const style = weight === undefined ? ButtonStyle.Secondary : styles[weight];
  return [{ type: ComponentType.Button, style, label: shown, custom_id: idOf(move), disabled }];
}

function drawSelect({ placeholder, move, options }: Select, idOf: (move: Move) => string): ActionRow[] {
  const drawn = options.slice(0, SELECT_OPTIONS).map(({ value, label, description, chosen = false }) => {
    const detail = description === undefined ? undefined : fitLabel(description, OPTION_TEXT);
    return {
      value,
      label: fitLabel(label, OPTION_TEXT) ?? value,
      ...(detail === undefined ? {} : { description: detail }),
      default: chosen,
    };
  });
  if (drawn.length === 0) return [];
  return [
    row([
      {
        type: ComponentType.StringSelect,
        custom_id: idOf(move),
        ...placeholderOf(placeholder),
        options: drawn,
      },
    ]),
  ];
}

function drawPick(
  { kind, placeholder, move, chosen, least, most }: Pick,
  idOf: (move: Move) => string,
  { isThere }: PanelLayout,
): APIComponentInMessageActionRow {
  const there = chosen.filter((id) => isThere(kind, id)).slice(0, most);
  const common = { custom_id: idOf(move), ...placeholderOf(placeholder), min_values: least, max_values: most };
  if (kind === 'roles') {
    const default_values = there.map((id) => ({ id, type: SelectMenuDefaultValueType.Role as const }));
    return { type: ComponentType.RoleSelect, ...common, default_values };
  }
  const default_values = there.map((id) => ({ id, type: SelectMenuDefaultValueType.Channel as const }));
  return { type: ComponentType.ChannelSelect, ...common, channel_types: CHANNELS, default_values };
}

function placeholderOf(text: string): { placeholder?: string } {
  const placeholder = fitLabel(text, PLACEHOLDER);
  return placeholder === undefined ? {} : { placeholder };
}

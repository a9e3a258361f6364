import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import type { Field, Form } from '../../curation/panel.ts';
import { formatMoveId } from '../custom-id.ts';
import { fitLabel } from './label.ts';
import type { PanelLayout } from './panel.ts';

/** Discord's limits on forms: https://docs.discord.com/developers/components/reference#label */
const TITLE = 45;
const LABEL = 45;
const DESCRIPTION = 100;
const MOST_FILES = 10;

/** A form as Discord's modal. */
export function renderForm(
  { title, move, fields }: Form,
  { server, owner }: Pick<PanelLayout, 'server' | 'owner'>,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: formatMoveId({ move, server, owner, slot: 0 }),
    title: fitLabel(title, TITLE) ?? '…',
    components: fields.map(drawField),
  };
}

function drawField(field: Field): APILabelComponent {
  const description = field.description === undefined ? undefined : fitLabel(field.description, DESCRIPTION);
  return {
    type: ComponentType.Label,
    label: fitLabel(field.label, LABEL) ?? '…',
    ...(description === undefined ? {} : { description }),
    component: componentOf(field),
  };
}

function componentOf(field: Field): APILabelComponent['component'] {
  if (field.kind === 'files') {
    return {
      type: ComponentType.FileUpload,
      custom_id: field.name,
      min_values: 0,
      max_values: MOST_FILES,
      required: false,
    };
  }
  const { name, value, isLong, required, maxLength } = field;
  return {
    type: ComponentType.TextInput,
    custom_id: name,
    style: isLong ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required,
    max_length: maxLength,
    ...(value === undefined || value === '' ? {} : { value }),
  };
}

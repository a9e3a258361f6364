import { unknownButtonReply } from '../chat/failure.ts';
import type { Way } from '../chat/navigate.ts';
import { answerIn } from './answers.ts';
import {
  type ComponentId,
  type Place,
  parseComponentId,
  parseNotMeantId,
  parsePlace,
  parseQuestionId,
} from './custom-id.ts';
import { type IncomingComponent, type IncomingForm, localeOfReader } from './incoming.ts';
import type { Plan } from './plan.ts';
import { planDelete } from './pressed/delete.ts';
import { planNotMeant } from './pressed/not-meant.ts';
import { planPick } from './pressed/pick.ts';
import { privately } from './pressed/pressed.ts';
import { planWay } from './pressed/way.ts';
import type { Planning } from './room.ts';

/**
 * What a click on a button or a choice in a select does. All it knows is in the component's
 * id. The one who asked moves their card; everybody else is shown the place privately.
 */
export async function planComponent(room: Planning, interaction: IncomingComponent | IncomingForm): Promise<Plan> {
  const locale = localeOfReader(interaction);
  // A form of another version.
  if (interaction.type === 5) return privately(unknownButtonReply(locale), interaction, locale);
  const { custom_id: id, values } = interaction.data;
  const notMeant = parseNotMeantId(id);
  if (notMeant !== undefined)
    return planNotMeant(room, { interaction, owner: notMeant.owner, locale }, notMeant.question);
  const asked = parseQuestionId(id);
  // A question that was offered, as if it had been typed.
  if (asked !== undefined)
    return answerIn(
      room,
      interaction,
      { name: 'ask', options: { question: asked.question }, isPrivate: false },
      locale,
    );
  const component = parseComponentId(id);
  if (component === undefined) return privately(unknownButtonReply(locale), interaction, locale);
  const { action, owner } = component;
  const pressed = { interaction, owner, locale };
  if (action === 'delete') return planDelete(pressed);
  if (action === 'all') return planPick(room, pressed, undefined);
  const [chosen] = values;
  const place = chosen === undefined ? component.place : parsePlace(chosen);
  if (place === undefined) return privately(unknownButtonReply(locale), interaction, locale);
  if (action === 'pick') return planPick(room, pressed, place);
  return planWay(room, pressed, { way: wayOf(component, place), place });
}

/** A choice in a select leads to a section where it names no paragraph. */
function wayOf({ action }: ComponentId, { address }: Place): Way {
  const isPlace = action === 'choose' || action === 'delete' || action === 'pick' || action === 'all';
  if (isPlace) return address.paragraph === 0 ? 'section' : 'passage';
  return action;
}

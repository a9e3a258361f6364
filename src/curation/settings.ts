import { LOCALES } from '../chat/locale.ts';
import type { Settings } from '../store/store.ts';
import type { Desk } from './desk.ts';
import type { Moderator } from './moderator.ts';
import type { Move } from './move.ts';
import { buttons, type Panel, type Row } from './panel.ts';
import { curationTextsIn } from './texts/texts.ts';

const WHERE = ['everywhere', 'in-channels', 'nowhere'] as const;
/** In a select, of replies in each reader's own language. */
const OWN = 'own';
/** What Discord's selects hold. */
const MOST_CHOSEN = 25;

/** How the bot behaves in the server, and controls that change it at once. */
export async function settingsPanel({ standings }: Desk, by: Moderator): Promise<Panel> {
  const { settings } = await standings.of(by.server);
  return panelOf(settings, by);
}

/**
 * Changes one thing.
 * @param values what was chosen, or `on` or `off`
 */
export async function changeSettings(
  desk: Desk,
  { name }: Move,
  values: readonly string[],
  by: Moderator,
): Promise<Panel> {
  const { settings } = await desk.standings.of(by.server);
  const change = changeOf(name, values);
  const changed = change === undefined ? settings : await desk.store.changeSettings(by.server, change);
  desk.standings.drop(by.server);
  return panelOf(changed, by);
}

function changeOf(name: Move['name'], values: readonly string[]): Partial<Settings> | undefined {
  const [value] = values;
  switch (name) {
    case 'roles':
      return { addingRoles: values.slice(0, MOST_CHOSEN) };
    case 'channels':
      return { mentionChannels: values.slice(0, MOST_CHOSEN) };
    case 'mentions': {
      const mentions = WHERE.find((where) => where === value);
      return mentions === undefined ? undefined : { mentions };
    }
    case 'locale': {
      const publicLocale = LOCALES.find((locale) => locale === value);
      return publicLocale === undefined && value !== OWN ? undefined : { publicLocale };
    }
    case 'keep':
      return isSwitched(value) ? { keepsUnanswered: value === 'on' } : undefined;
    case 'operators':
      return isSwitched(value) ? { operatorsArticles: value === 'on' } : undefined;
    default:
      return undefined;
  }
}

/** Which way travels in the button: pressed twice, or on an old panel, it does what stands on it. */
function isSwitched(value: string | undefined): boolean {
  return value === 'on' || value === 'off';
}

function panelOf(settings: Settings, { locale }: Moderator): Panel {
  const texts = curationTextsIn(locale);
  const { labels } = texts;
  const { addingRoles, mentions, mentionChannels, publicLocale, keepsUnanswered, operatorsArticles } = settings;
  const move = (name: Move['name'], subject = ''): Move => ({ name, subject, page: 0 });
  const channels: Row = {
    kind: 'channels',
    placeholder: texts.chooseChannels(),
    move: move('channels'),
    chosen: mentionChannels,
    least: 0,
    most: MOST_CHOSEN,
  };
  const own = { value: OWN, label: texts.language(undefined), chosen: publicLocale === undefined };
  return {
    kind: 'panel',
    blocks: [
      { kind: 'heading', text: labels.settings },
      { kind: 'notice', text: texts.settingsHint() },
      {
        kind: 'facts',
        facts: [
          { label: labels.addingRoles, value: addingRoles.length === 0 ? texts.noRoles() : texts.rolesHint() },
          { label: labels.mentions, value: texts.mentionsAre(mentions) },
          { label: labels.publicLanguage, value: texts.language(publicLocale) },
          { label: labels.unanswered, value: texts.keepsUnanswered(keepsUnanswered) },
          { label: labels.operators, value: texts.hasOperators(operatorsArticles) },
        ],
      },
    ],
    controls: [
      {
        kind: 'roles',
        placeholder: texts.chooseRoles(),
        move: move('roles'),
        chosen: addingRoles,
        least: 0,
        most: MOST_CHOSEN,
      },
      {
        kind: 'select',
        placeholder: texts.chooseMentions(),
        move: move('mentions'),
        options: WHERE.map((value) => ({ value, label: texts.mentionsAre(value), chosen: value === mentions })),
      },
      ...(mentions === 'in-channels' ? [channels] : []),
      {
        kind: 'select',
        placeholder: texts.chooseLanguage(),
        move: move('locale'),
        options: [
          own,
          ...LOCALES.map((value) => ({ value, label: texts.language(value), chosen: value === publicLocale })),
        ],
      },
      ...buttons(
        { label: texts.switchUnanswered(keepsUnanswered), move: move('keep', keepsUnanswered ? 'off' : 'on') },
        { label: texts.switchOperators(operatorsArticles), move: move('operators', operatorsArticles ? 'off' : 'on') },
      ),
    ],
  };
}

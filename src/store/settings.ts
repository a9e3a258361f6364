import { z } from 'zod';
import type { Database } from './database.ts';
import type { Settings } from './store.ts';

/** What holds until a moderator says otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  addingRoles: [],
  mentions: 'everywhere',
  mentionChannels: [],
  keepsUnanswered: false,
  operatorsArticles: true,
};

const ids = z.array(z.string());

/** Each by itself: one that another version has written in a way that is not known is as if it had not been set. */
const SETTINGS = {
  addingRoles: ids,
  mentions: z.enum(['everywhere', 'nowhere', 'in-channels']),
  mentionChannels: ids,
  publicLocale: z.enum(['zh-CN', 'zh-TW', 'en']),
  keepsUnanswered: z.boolean(),
  operatorsArticles: z.boolean(),
} satisfies Record<keyof Settings, z.ZodType>;

/** What of `Store` keeps a server's settings, and which article a channel is bound to. */
export function settings(database: Database) {
  return {
    async settings(server: string): Promise<Settings> {
      if (database.isEmpty()) return DEFAULT_SETTINGS;
      const row = await database.read((tables) =>
        tables.selectFrom('servers').select('settings').where('id', '=', server).executeTakeFirst(),
      );
      return readSettings(row?.settings);
    },

    changeSettings: (server: string, change: Partial<Settings>): Promise<Settings> =>
      database.change(server, async ({ transaction, tell }) => {
        const { settings } = await transaction
          .selectFrom('servers')
          .select('settings')
          .where('id', '=', server)
          .executeTakeFirstOrThrow();
        const changed = { ...readSettings(settings), ...change };
        const written = JSON.stringify(changed);
        await transaction.updateTable('servers').set({ settings: written }).where('id', '=', server).execute();
        tell();
        return readSettings(written);
      }),

    async bindings(server: string): Promise<ReadonlyMap<string, string>> {
      if (database.isEmpty()) return new Map();
      const rows = await database.read((tables) =>
        tables
          .selectFrom('bindings')
          .innerJoin('articles', (join) =>
            join.onRef('articles.server', '=', 'bindings.server').onRef('articles.id', '=', 'bindings.article_id'),
          )
          .where('bindings.server', '=', server)
          .where('articles.removed_at', 'is', null)
          .select(['bindings.channel', 'bindings.article_id'])
          .orderBy('bindings.channel')
          .execute(),
      );
      return new Map(rows.map(({ channel, article_id }) => [channel, article_id]));
    },

    bind: (server: string, channel: string, articleId: string | undefined): Promise<void> =>
      database.change(server, async ({ transaction, tell }) => {
        await transaction.deleteFrom('bindings').where('server', '=', server).where('channel', '=', channel).execute();
        if (articleId !== undefined) {
          // To an article that there is: another moderator may have removed it for good meanwhile.
          await transaction
            .insertInto('bindings')
            .columns(['server', 'channel', 'article_id'])
            .expression((of) =>
              of
                .selectFrom('articles')
                .where('server', '=', server)
                .where('id', '=', articleId)
                .select((row) => ['server', row.val(channel).as('channel'), 'id']),
            )
            .execute();
        }
        tell();
      }),
  };
}

function readSettings(json: string | undefined): Settings {
  const written: unknown = json === undefined ? {} : JSON.parse(json);
  const known = Object.entries(SETTINGS).flatMap(([name, schema]) => {
    const parsed = schema.safeParse((written as Record<string, unknown>)[name]);
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(known) };
}

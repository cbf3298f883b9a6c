import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import type { ChannelSettings, Store } from '../store.ts';

type Part = Pick<
  Store,
  'loadChannelSettings' | 'saveChannelSettings' | 'saveInstallation' | 'loadInstallation' | 'removeInstallation'
>;

/** What belongs to a workspace: its installation and its channels' settings. */
export function workspaceQueries(database: Kysely<Tables>): Part {
  return {
    async loadChannelSettings(platform, workspace, channel) {
      const row = await database
        .selectFrom('channel_settings')
        .select('settings')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .executeTakeFirst();
      // Written from ChannelSettings by saveChannelSettings alone.
      return row === undefined ? {} : (JSON.parse(row.settings) as ChannelSettings);
    },

    async saveChannelSettings(platform, workspace, channel, settings) {
      const json = JSON.stringify(settings);
      await database
        .insertInto('channel_settings')
        .values({ platform, workspace, channel, settings: json })
        .onConflict((conflict) =>
          conflict.columns(['platform', 'workspace', 'channel']).doUpdateSet({ settings: json }),
        )
        .execute();
    },

    async saveInstallation(id, blob, now) {
      await database
        .insertInto('installations')
        .values({ id, blob, updated_at: now })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ blob, updated_at: now }))
        .execute();
    },

    async loadInstallation(id) {
      const row = await database.selectFrom('installations').select('blob').where('id', '=', id).executeTakeFirst();
      return row?.blob;
    },

    async removeInstallation(id) {
      await database.deleteFrom('installations').where('id', '=', id).execute();
    },
  };
}

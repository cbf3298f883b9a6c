import { createDesk } from '../../src/desk.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createDiscordHarness } from './harness.ts';
import { payload, snowflake } from './server/payloads.ts';

/**
 * Plays the situations that matter through the real client and prints what Discord was sent, as JSON lines of
 * `{situation, message}`. `node tests/discord/transcript.ts`
 */
const desk = createDesk(loadKnowledge(new URL('../../knowledge', import.meta.url).pathname));
const harness = createDiscordHarness({ adapter: { desk: () => desk } });
await harness.start();
const show = (situation: string, id: string) => {
  const post = harness.server().posts.find((each) => each.id === id);
  const files = post?.files.map(({ name, size }) => ({ name, size }));
  console.log(JSON.stringify({ situation, private: post?.ephemeral, message: post?.body, files }, null, 1));
};

show('who', (await harness.command('Who attended the defense ministerial in March 2025?')).id);
const topic = await harness.mention('2025年3月の防衛相会談でAMRAAMについて何が話された？');
show('topic by mention', topic.id);
show('follow-up', (await harness.mention('その時の場所は？', { replyTo: topic })).id);
show('refusal', (await harness.command('What was agreed in March 1990?')).id);
const { post } = await harness.server().interact({
  ...payload('interaction-slash'),
  id: snowflake(),
  token: 'timeline',
  locale: 'ja',
  data: {
    id: '1600000000000000002',
    name: 'alliance-timeline',
    type: 1,
    options: [
      { name: 'period', type: 3, value: '2025年' },
      { name: 'framework', type: 3, value: 'summit' },
    ],
  },
});
await harness.idle();
if (post !== undefined) show('timeline', post.id);
const alone = await harness.command('List every consultation in 2025', { private: true });
show('private', alone.id);
show('shared', (await harness.press(alone, 'Share')).id);
show('next', (await harness.press(alone, 'More')).id);
show('details', (await harness.press(topic, '詳細')).id);
await harness.stop();

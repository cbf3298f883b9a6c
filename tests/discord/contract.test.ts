import { createDesk } from '../../src/desk.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { runAdapterContract } from '../adapter-contract.ts';
import { realSamples } from '../adapters-fixture.ts';
import { createDiscordHarness } from './harness.ts';

const desk = createDesk(loadKnowledge(new URL('../../knowledge', import.meta.url).pathname));

runAdapterContract('Discord', () => createDiscordHarness({ adapter: { desk: () => desk } }), realSamples);

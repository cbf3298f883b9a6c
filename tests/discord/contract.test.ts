import { runAdapterContract } from '../adapter-contract.ts';
import { createDiscordHarness } from './harness.ts';

runAdapterContract('Discord', () => createDiscordHarness());

import { runAdapterContract } from '../adapter-contract.ts';
import { createHarness } from './harness.ts';

runAdapterContract('Slack in Socket Mode', () => createHarness('socket'));
runAdapterContract('Slack over HTTP', () => createHarness('http'));

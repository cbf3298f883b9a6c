import { start } from './service/start.ts';

await start();

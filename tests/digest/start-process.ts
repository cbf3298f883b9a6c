import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DeliveryOrder } from './delivery-process.ts';

const program = fileURLToPath(new URL('delivery-process.ts', import.meta.url));

export type Ended =
  | { readonly killed: true }
  | { readonly killed: false; readonly sent: number; readonly steps: readonly string[] };

/** Runs one delivering process to its end, natural or not; `onStart` is given a way to kill it. */
export function runDelivery(order: DeliveryOrder, onStart?: (kill: () => void) => void): Promise<Ended> {
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Dozens of starts: compiling once halves each.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'kyogi-test-compile-cache') },
  });
  onStart?.(() => void child.kill('SIGKILL'));
  let out = '';
  let complaint = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve({ killed: true });
      else if (code === 0) resolve({ killed: false, ...JSON.parse(out) });
      else reject(new Error(`The delivering process ended with ${code ?? signal}: ${complaint}`));
    });
  });
}

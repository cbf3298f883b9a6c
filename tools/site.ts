import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { exportSite } from '../adapters/web/export.ts';
import { command, required, run, usageFault } from '../src/command-line/command.ts';
import { loadConfig } from '../src/config.ts';
import { KyogiError } from '../src/errors.ts';
import { openDesk } from '../src/open-desk.ts';

/** Tells an earlier copy, which may be replaced, from anything else. */
const MARK = '.kyogi-site';

const site = command(
  'site',
  `Writes every page of the record in both languages, with its data, feeds and pictures, for any web server.
PUBLIC_URL says where the copy will be (its path is put before every link), WEB_CONTACT where errors can be reported.`,
)
  .usage('--out <folder>')
  .option('--out <folder>', 'the folder to write; one that holds anything but an earlier copy is left alone')
  .action(async ({ out: named }) => {
    const out = required('--out', named);
    const folder = resolve(out);
    const { knowledgeDir, zone, publicUrl, contact } = loadConfig();
    const desk = openDesk(knowledgeDir);
    await emptied(folder, out);
    let files = 0;
    try {
      await writeFile(join(folder, MARK), `${desk.knowledge().version}\n`);
      for await (const { path, body } of exportSite(desk, { zone, publicUrl, contact })) {
        const file = join(folder, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, body);
        files += 1;
      }
    } catch (cause) {
      throw unwritable(out, cause);
    }
    process.stdout.write(`${files} files of record ${desk.knowledge().version} in ${out}\n`);
  });

await run(site);

async function emptied(folder: string, named: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const there = await readdir(folder);
    if (there.length > 0 && !there.includes(MARK)) {
      throw usageFault(`--out ${named} holds something else: name a new folder, or an earlier copy.`);
    }
    for (const name of there) await rm(join(folder, name), { recursive: true });
  } catch (cause) {
    if (cause instanceof KyogiError) throw cause;
    throw unwritable(named, cause);
  }
}

function unwritable(named: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || !('code' in cause) || !('path' in cause)) return cause;
  return usageFault(`--out ${named} cannot be written (${String(cause.code)}): name a folder that you may write to.`);
}

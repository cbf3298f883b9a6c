import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tallyDigests } from '../digests.ts';
import { broken, complaints, type FaultCase } from '../report.ts';
import { type Stage, setStage, sleep, until } from '../stage.ts';
import { startTrickle, tally } from '../trickle.ts';

const RENEWED_WITHIN_MS = 15_000;

/** The folder of records is deleted, comes back changed, is replaced by garbage, and comes back by a rename. */
export const knowledgeLost: FaultCase = {
  name: 'knowledge-lost',
  async run() {
    const stage = await setStage();
    const kept = join(stage.folder, 'kept');
    cpSync(stage.knowledge, kept, { recursive: true });
    const wrong: string[] = [];
    const took: Record<string, string> = {};
    try {
      await stage.start();
      const trickle = startTrickle(stage);
      await sleep(2_000);

      rmSync(stage.knowledge, { recursive: true, force: true });
      await expectLine(stage, 'is not usable', 'a complaint about the deleted folder', wrong, took);
      await sleep(3_000);
      cpSync(kept, stage.knowledge, { recursive: true });
      edit(stage.knowledge, 'Ichigaya');
      await expectLine(stage, 'Knowledge renewed', 'the folder that came back, changed', wrong, took);

      const garbage = join(stage.folder, 'garbage');
      mkdirSync(join(garbage, 'consultations'), { recursive: true });
      for (const name of ['frameworks.yaml', 'consultations/x.yaml']) writeFileSync(join(garbage, name), '\0{]: -\n\t');
      renameSync(stage.knowledge, join(stage.folder, 'aside'));
      renameSync(garbage, stage.knowledge);
      await expectLine(stage, 'is not usable', 'a complaint about garbage in its place', wrong, took);
      await sleep(3_000);
      rmSync(stage.knowledge, { recursive: true });
      const replacement = join(stage.folder, 'replacement');
      cpSync(kept, replacement, { recursive: true });
      edit(replacement, 'Meguro');
      renameSync(replacement, stage.knowledge);
      await expectLine(stage, 'Knowledge renewed', 'a good folder moved into place', wrong, took);
      edit(stage.knowledge, 'Yokosuka');
      await expectLine(stage, 'Knowledge renewed', 'an edit after all that', wrong, took);
      await trickle.stop();

      const questions = tally(trickle.asked);
      const digests = tallyDigests(stage, []);
      return {
        fault: 'the knowledge folder deleted, replaced by garbage, put back',
        questions,
        digests,
        seen: { ...took, 'records at the end': readdirSync(stage.knowledge).length, log: complaints(stage.log()) },
        wrong: [...broken(stage, questions, digests), ...wrong],
      };
    } finally {
      await stage.close();
    }
  },
};

async function expectLine(
  stage: Stage,
  words: string,
  what: string,
  wrong: string[],
  took: Record<string, string>,
): Promise<void> {
  const from = expected.get(stage) ?? 0;
  const began = performance.now();
  const found = () => stage.log().findIndex(({ msg }, index) => index >= from && msg.includes(words));
  try {
    await until(() => found() >= 0, what, RENEWED_WITHIN_MS);
    expected.set(stage, found() + 1);
    took[what] = `${Math.round(performance.now() - began)} ms`;
  } catch {
    expected.set(stage, stage.log().length);
    wrong.push(`${what} was not noticed within ${RENEWED_WITHIN_MS / 1000} s`);
  }
}

/** Lines of a stage's log that were looked at. */
const expected = new WeakMap<Stage, number>();

function edit(knowledge: string, place: string): void {
  const file = join(knowledge, 'consultations/2025/2025-03-30-defense-ministerial.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/en: (?:Tokyo \(Ministry of Defense\)|Tokyo \(\w+\))/, `en: Tokyo (${place})`));
}

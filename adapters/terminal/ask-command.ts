import { createInterface } from 'node:readline';
import { toJson } from '../../src/answer/json.ts';
import { toPlainText } from '../../src/answer/plain.ts';
import { loadConfig } from '../../src/config.ts';
import type { Desk } from '../../src/desk.ts';
import { openDesk } from '../../src/open-desk.ts';
import { asPrevious } from '../../src/question/follow-up.ts';
import type { Question } from '../../src/question/question.ts';
import type { Language } from '../../src/text/language.ts';
import type { Clock } from '../../src/time/period.ts';
import { parseLanguage, parseNow, parseUsage, usageFault } from '../cli.ts';

const usage = `Usage: npm run --silent ask -- [--json] [--lang ja|en] [--now ISO] "question"
       … | npm run --silent ask -- [--json] [--thread]      a question a line

  --json     print one JSON object per question
  --lang     answer in this language, whatever the question's
  --now      the clock to reckon "last month" from; default: now
  --thread   piped lines are one conversation: a line may follow up on the one before
  --help     print this`;

/** `npm run ask`: one question, or one a line from a pipe. */
export async function askCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseUsage(
    {
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        lang: { type: 'string' },
        now: { type: 'string' },
        thread: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    },
    usage,
  );
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const language = parseLanguage(values.lang, usage);
  const config = await loadConfig();
  const clock: Clock = { now: parseNow(values.now, config.zone, usage), zone: config.zone };
  if (positionals.length > 1) throw usageFault('Put the question in quotes: it is one argument.', usage);
  if (positionals.length === 0 && process.stdin.isTTY) throw usageFault('What is the question?', usage);

  const desk = await openDesk(config.knowledgeDir);
  const print = (text: string, previous?: Question): Question =>
    answer(desk, { text, clock, language, fallbackLanguage: config.language, previous, json: values.json });

  if (positionals[0] !== undefined) {
    print(positionals[0]);
    return 0;
  }
  let previous: Question | undefined;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const asked = print(line, previous);
    if (values.thread) previous = asked;
  }
  return 0;
}

function answer(
  desk: Desk,
  request: {
    text: string;
    clock: Clock;
    language: Language | undefined;
    fallbackLanguage: Language;
    previous: Question | undefined;
    json: boolean;
  },
): Question {
  const { json, ...ask } = request;
  const result = desk.ask(ask);
  process.stdout.write(json ? `${JSON.stringify(toJson(result))}\n` : `${toPlainText(result)}\n\n`);
  return asPrevious(result);
}

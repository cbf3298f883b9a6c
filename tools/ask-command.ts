import { createInterface } from 'node:readline';
import { toJson } from '../src/answer/json.ts';
import { toPlainText } from '../src/answer/plain.ts';
import { parseLanguage, parseNow, parseUsage, usageFault } from '../src/command-line.ts';
import { loadConfig } from '../src/config.ts';
import { asPrevious, type Desk } from '../src/desk.ts';
import { explanationText } from '../src/explain.ts';
import { openDesk } from '../src/open-desk.ts';
import type { Query } from '../src/reading/query.ts';
import type { Language } from '../src/text/language.ts';
import type { Clock } from '../src/time/period.ts';

const usage = `Usage: npm run --silent ask -- [--json] [--explain] [--lang ja|en] [--now ISO] "question"
       … | npm run --silent ask -- [--json] [--explain] [--thread]      a question a line

  --json     print one JSON object per question
  --lang     answer in this language, whatever the question's
  --now      the clock to reckon "last month" from; default: now
  --thread   piped lines are one conversation: a line may follow up on the one before
  --explain  print how the question is understood and why the answer has its shape
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
        explain: { type: 'boolean', default: false },
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
  const print = (text: string, previous?: Query): Query =>
    answer(desk, {
      text,
      clock,
      language,
      fallbackLanguage: config.language,
      previous,
      json: values.json,
      explained: values.explain,
    });

  if (positionals[0] !== undefined) {
    print(positionals[0]);
    return 0;
  }
  let previous: Query | undefined;
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
    previous: Query | undefined;
    json: boolean;
    explained: boolean;
  },
): Query {
  const { json, explained, ...ask } = request;
  const result = desk.ask(ask);
  if (explained) {
    const explanation = desk.explain(ask);
    process.stdout.write(json ? `${JSON.stringify(explanation)}\n` : `${explanationText(explanation)}\n\n`);
    return asPrevious(result);
  }
  process.stdout.write(json ? `${JSON.stringify(toJson(result))}\n` : `${toPlainText(result)}\n\n`);
  return asPrevious(result);
}

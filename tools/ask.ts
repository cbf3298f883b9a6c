import { createInterface } from 'node:readline';
import { toJson, toPlainText } from '../src/answer/index.ts';
import { command, run, usageFault } from '../src/command-line/command.ts';
import { jsonOption, languageOption, nowOption, parseNow } from '../src/command-line/options.ts';
import { loadConfig } from '../src/config.ts';
import { type AskRequest, type Desk, followed } from '../src/desk.ts';
import { explanationText } from '../src/explain.ts';
import { openDesk } from '../src/open-desk.ts';
import type { Query } from '../src/reading/index.ts';

const ask = command('ask', 'Answers a question, or each line of standard input when there is no question.', {
  isPiped: true,
})
  .argument('[question...]', 'one argument: put it in quotes')
  .addOption(jsonOption('print one JSON object for each question'))
  .addOption(languageOption('answer in this language, whatever the language of the question'))
  .addOption(nowOption())
  .option('--thread', 'piped lines are one conversation: a line may follow up on the line before')
  .option('--explain', 'print how the question was understood and why the answer has its shape')
  .action(async (words, { json = false, lang, now, thread, explain = false }) => {
    const [question] = words;
    if (words.length > 1) throw usageFault(`Put the question in quotes: "${words.join(' ')}"`);
    const config = loadConfig();
    const base = {
      clock: { now: parseNow(now, config.zone), zone: config.zone },
      language: lang,
      fallbackLanguage: config.language,
    };
    if (question === undefined && process.stdin.isTTY) throw noQuestion();

    const desk = openDesk(config.knowledgeDir);
    if (question !== undefined) {
      print(desk, { ...base, text: question }, { json, explain });
      return;
    }
    let previous: Query | undefined;
    let lines = 0;
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      lines += 1;
      const asked = print(desk, { ...base, text: line, previous }, { json, explain });
      if (thread) previous = asked;
    }
    if (lines === 0) throw noQuestion();
  });

await run(ask);

function noQuestion() {
  return usageFault('There is no question: put one in quotes, such as "who met in March 2025", or pipe one a line.');
}

/** Prints the answer, or with `explain` how it came about; returns what a follow-up builds on. */
function print(
  desk: Desk,
  request: AskRequest,
  { json, explain }: { json: boolean; explain: boolean },
): Query | undefined {
  const answer = desk.ask(request);
  if (explain) {
    const explanation = desk.explain(request);
    process.stdout.write(json ? `${JSON.stringify(explanation)}\n` : `${explanationText(explanation)}\n\n`);
  } else {
    process.stdout.write(json ? `${JSON.stringify(toJson(answer))}\n` : `${toPlainText(answer)}\n\n`);
  }
  return followed(answer, request.previous);
}

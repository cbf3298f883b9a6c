import type { DigestService, ListedSubscription } from '../../src/digest/index.ts';
import { type Asked, type Changed, type Changer, changeFor } from '../../src/digest/index.ts';
import type { Language } from '../../src/text/index.ts';
import { type DigestCommandName, digestTexts } from './digest-texts.ts';

/** How a platform speaks of digests to a person: their language, what it calls its commands, and text made literal in its markup. */
export type DigestVoice = {
  readonly language: Language;
  readonly command: DigestCommandName;
  readonly literal: (text: string) => string;
};

/** What the person is told; `changed` when it was carried out, else `choices`, the digests to choose from where none was named. */
export type DigestReply = {
  readonly text: string;
  readonly changed?: Changed;
  readonly choices: readonly ListedSubscription[];
};

/** Carries a change out where the person may, and says which digest it was, or why not. */
export async function changeDigest(
  digests: DigestService,
  voice: DigestVoice,
  asked: Asked,
  by: Changer,
): Promise<DigestReply> {
  const result = await changeFor(digests, asked, by);
  if (result.ok) {
    return { text: toldOf(asked.change, result.value.listed, voice), changed: result.value, choices: [] };
  }
  const { code, message } = result.fault;
  const choices = code === 'which' ? await digests.list(asked.place) : [];
  return { text: voice.literal(message[voice.language]), choices };
}

function toldOf(
  change: Asked['change'],
  listed: ListedSubscription,
  { language, command, literal }: DigestVoice,
): string {
  const said = digestTexts(language);
  const name = literal(listed.name(language));
  const next = literal(listed.describe(language));
  switch (change) {
    case 'change':
      return said.changed(next);
    case 'pause':
      return said.paused(name, command);
    case 'resume':
      return said.resumed(next);
    case 'unsubscribe':
      return said.unsubscribed(name, command);
  }
}

import type { Consultation } from '../../knowledge/schema.ts';
import { hasCue, isCue } from '../annotation.ts';
import { assumed } from '../blank.ts';
import type { Constraint } from '../query.ts';
import { oneShown } from './counted.ts';
import { meantBy } from './pronouns.ts';
import { countryOf, ROLES_OF_WHO } from './scope.ts';
import type { Turn } from './turn.ts';

/** 「大使はどう答えた？」, "how did he respond?": of the one meeting shown, what the side of the one who is called so said. */
export function speakersSide(turn: Turn): readonly Constraint[] {
  const { annotated, previous, lexicon, lean } = turn;
  const shown = oneShown(previous, lexicon.knowledge.consultations);
  const asksReply = hasCue(annotated, 'say') && lean.names === 0;
  if (shown === undefined || !asksReply) return [];
  const called = annotated.all.filter((one) => isCue(one, 'noun.person')).map(({ text }) => text.toLowerCase());
  const isCalled = ({ office }: (typeof shown.participants)[number]) =>
    called.some((title) => office.ja.includes(title) || office.en.toLowerCase().includes(title));
  const isReply = hasCue(annotated, 'say.reply') && called.length === 0;
  const other = isReply ? otherThan(firstNamed(turn), shown.participants) : undefined;
  const he = hasCue(annotated, 'pronoun') ? meantBy(turn) : undefined;
  const speakers = shown.participants.filter((one) => one.person === he || isCalled(one));
  const sides = new Set(other === undefined ? speakers.map(({ country }) => country) : [other]);
  return sides.size === 1 ? [assumed('side', [...sides], { strength: 'soft' })] : [];
}

/** The country of the one who was asked about first: he spoke, and the other answered. */
function firstNamed({ previous, lexicon }: Turn): string | undefined {
  const first = previous.constraints.find(({ role }) => ROLES_OF_WHO.has(role));
  return first && countryOf(first, lexicon);
}

/** The one country at the table beside another; of three nobody is the other. */
function otherThan(country: string | undefined, participants: Consultation['participants']): string | undefined {
  const others = new Set(participants.map((one) => one.country).filter((one) => one !== country));
  return country !== undefined && others.size === 1 ? [...others][0] : undefined;
}

import type { Reading } from '../interpret.ts';
import type { Lexicon, Link } from '../lexicon.ts';
import type { Question } from '../question.ts';

/** Words that make a level a restriction on meetings; elsewhere it names who is asked about ("which ministers attended"). */
const MEETING_AFTER =
  /^(?:級|レベル|の)?(?:電話)?(?:会談|会合|協議|会議|対話|だけ|のみ)|^[\s-]*(?:level|meetings?|talks|calls?|consultations?|conferences?|dialogues?|sessions?|video|phone|telephone)\b|^\W*$/iu;
const ONLY_BEFORE = /(?:\bonly|\bjust|\bat|\bbetween|\bamong)(?: the)?\s*$/i;

/** Frameworks, levels and formats named. `members` are the countries of a combination named with them. */
export function frameworksAndLevels(
  reading: Pick<Reading, 'text' | 'links'>,
  members: readonly string[],
  lexicon: Lexicon,
): Pick<Question, 'frameworks' | 'levels' | 'formats'> {
  const { text, links } = reading;
  const frameworks = ids(links, 'framework');
  const levels = links.flatMap((link) =>
    link.entities.flatMap(({ kind, id }) =>
      kind === 'level' && (id === 'trilateral' || restricts(text, link)) ? [id] : [],
    ),
  );
  const formats = new Set(ids(links, 'format'));
  for (const link of links) {
    if (!link.entities.some((one) => one.kind === 'framework')) continue;
    const written = text.slice(link.start, link.end);
    if (/電話|telephone|phone/i.test(written)) formats.add('telephone');
    if (/テレビ|オンライン|video/i.test(written)) formats.add('video');
  }
  return {
    frameworks: withMembers(frameworks, members, lexicon),
    levels: [...new Set(members.length > 0 ? levels.filter((level) => level !== 'trilateral') : levels)],
    formats: (['in-person', 'telephone', 'video'] as const).filter((format) => formats.has(format)),
  };
}

/**
 * With a partner named, 外相会合 or "summit" says at which level the three met, while their records may stand under a
 * framework of their own: then the frameworks under which exactly these countries met are meant.
 */
function withMembers(frameworks: readonly string[], members: readonly string[], lexicon: Lexicon): readonly string[] {
  if (members.length === 0 || frameworks.length === 0) return frameworks;
  const met = new Set(
    lexicon.knowledge.consultations
      .filter((one) => {
        const present = new Set<string>(one.participants.map((other) => other.country));
        return members.every((country) => present.has(country));
      })
      .map((one) => one.framework),
  );
  const kept = frameworks.filter((id) => met.has(id));
  return kept.length > 0 ? kept : [...met].filter((id) => lexicon.knowledge.frameworks.get(id)?.level === 'trilateral');
}

function restricts(text: string, link: Link): boolean {
  return (
    MEETING_AFTER.test(text.slice(link.end, link.end + 20)) ||
    ONLY_BEFORE.test(text.slice(Math.max(0, link.start - 14), link.start))
  );
}

function ids(links: readonly Link[], kind: string): readonly string[] {
  return [...new Set(links.flatMap((link) => link.entities.filter((one) => one.kind === kind).map((one) => one.id)))];
}

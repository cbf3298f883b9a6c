import { RequestFault } from '../fault.ts';
import { parametersOf } from '../filters.ts';
import type { Context, Page, PageMaker } from '../page.ts';
import { aboutPage } from './about.ts';
import { askPage } from './ask.ts';
import { consultationPage } from './consultation.ts';
import { consultationsPage } from './consultations.ts';
import { frameworkPage, frameworksPage } from './frameworks.ts';
import { homePage, onThisDayPage } from './home.ts';
import { peoplePage, personPage } from './people.ts';
import { periodPage, periodsPage } from './periods.ts';
import { topicPage, topicsPage } from './topics.ts';

/** A list, and below it its entries. */
function family(
  list: (context: Context) => Page,
  entry: (context: Context, id: string) => Page | undefined,
): PageMaker {
  return (context, [id]) => (id === undefined ? list(context) : entry(context, id));
}

function alone(page: (context: Context, query: URLSearchParams) => Page): PageMaker {
  return (context, rest, query) => (rest.length > 0 ? undefined : page(context, query));
}

const MAKERS: Readonly<Record<string, PageMaker>> = {
  '': alone(homePage),
  index: alone(homePage),
  ask: alone(askPage),
  'on-this-day': alone(onThisDayPage),
  consultations: (context, [id], query) =>
    id === undefined ? consultationsPage(context, query) : consultationPage(context, id),
  frameworks: family(frameworksPage, frameworkPage),
  people: family(peoplePage, personPage),
  topics: family(topicsPage, topicPage),
  periods: family(periodsPage, periodPage),
  about: alone(aboutPage),
};

/** Pages whose address takes parameters; any other takes none. */
const WITH_QUERY = new Set(['ask', 'consultations', 'on-this-day']);

/**
 * The page at a path below its language.
 * @throws RequestFault where there is none, or where its parameters are not understood.
 */
export function pageAt(path: string, query: URLSearchParams, context: Context): Page {
  const [first = '', ...rest] = path.split('/');
  const make = Object.hasOwn(MAKERS, first) ? MAKERS[first] : undefined;
  const page = rest.length > 1 ? undefined : make?.(context, rest, query);
  if (page === undefined) throw new RequestFault('not-found', `/${context.language}/${path}`.slice(0, 200));
  if (!WITH_QUERY.has(first) || (first === 'consultations' && rest.length > 0)) parametersOf(query, []);
  return page;
}

import type { AnyMiddlewareArgs } from '@slack/bolt';
import type { Answer } from '../../src/answer/index.ts';
import type { Language } from '../../src/text/index.ts';
import { encodeAction, VERSION_CHARACTERS } from '../chat/actions.ts';
import { type Chat, isOurs as isOursByKey } from '../chat/chat.ts';
import { ACTIONS } from './buttons.ts';
import type { SlackAdapterConfig } from './config.ts';
import { type Fault, faultOf } from './faults.ts';
import { LIMITS } from './limits.ts';
import type { People, Person } from './people.ts';
import { slackPhrases } from './phrases.ts';
import { type Client, PostError, type Poster, type Target } from './post.ts';
import { button, type SlackMessage } from './render-blocks.ts';
import type { SharedPictures } from './shared-pictures.ts';

/** What every listener works with. */
export type Service = Chat & {
  readonly config: SlackAdapterConfig;
  readonly people: People;
  readonly poster: Poster;
  /** Pictures that people asked for, uploaded once a workspace. */
  readonly pictures: SharedPictures;
  /** Whether Slack refuses our token or lacks a scope: the log has said so already. */
  readonly refused: () => boolean;
};

/** Who did something, and where. */
export type Scene = {
  readonly client: Client;
  /** Team id, or the enterprise id of an org install. */
  readonly team: string;
  readonly channel: string;
  readonly user: string;
};

/** The workspace an event belongs to, as Bolt routed it; falls back to what the body says. */
export function workspaceOf(
  context: { teamId?: string; enterpriseId?: string },
  body: AnyMiddlewareArgs['body'],
): string {
  const team: unknown = 'team_id' in body ? body.team_id : undefined;
  return context.teamId ?? context.enterpriseId ?? (typeof team === 'string' ? team : 'unknown');
}

/** Whether a press or a form that changes something is ours to carry out: Socket Mode may hand an envelope over twice. */
export function isOurs(service: Service, triggerId: string): Promise<boolean> {
  return isOursByKey(service, `trigger:${triggerId}`);
}

/** The person's language, else the service's. */
export async function languageOf(service: Service, scene: Pick<Scene, 'client' | 'team' | 'user'>): Promise<Language> {
  return (await personOf(service, scene)).language ?? service.config.fallbackLanguage;
}

export function personOf(service: Service, scene: Pick<Scene, 'client' | 'team' | 'user'>): Promise<Person> {
  return service.people.of(scene.client, scene.team, scene.user);
}

/** One line to a person, by the way that is open; never rejects. */
export function say(service: Service, client: Client, target: Target, text: string): Promise<void> {
  return tell(service, client, target, notice(text));
}

async function tell(service: Service, client: Client, target: Target, message: SlackMessage): Promise<void> {
  try {
    await service.poster.post(client, target, [message], { patience: 'notice' });
  } catch (error) {
    logFault(service, error, 'A notice could not be delivered.');
  }
}

/** A line with a button that puts the answer in its place. */
function withAnswerButton(line: string, answer: Answer): SlackMessage {
  const version = answer.knowledgeVersion.slice(0, VERSION_CHARACTERS);
  const page = encodeAction({ kind: 'page', ask: answer.id, page: 1, leaf: 0, version }, LIMITS.buttonValue) ?? '';
  const show = button(`${ACTIONS.act}.1`, slackPhrases(answer.language).showAnswer, page, 'primary');
  return {
    text: line,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: line } },
      { type: 'actions', elements: [show] },
    ],
    plain: () => [line],
  };
}

/** A fixed phrase of ours as a message: it holds our own mrkdwn only. */
export function notice(text: string) {
  return { text, blocks: [], plain: () => [text] };
}

/**
 * What becomes of a refused answer: one log line with the fix, and one line to the asker in their language, by `response_url`
 * or by direct message; where `answer` may have arrived, with a button that shows it in place of the line. With a dead token
 * there is no way left to tell anybody. Never rejects.
 */
export async function tellOfFault(
  service: Service,
  scene: Pick<Scene, 'client' | 'team' | 'user'>,
  error: unknown,
  responseUrl?: string,
  answer?: Answer,
): Promise<void> {
  const fault = logFault(service, error, 'An answer could not be delivered.');
  service.config.metrics?.onReply?.('slack', fault.maybeDone ? 'unconfirmed' : 'given-up');
  if (fault.kind === 'token') return;
  const said = slackPhrases(await languageOf(service, scene));
  const line = fault.maybeDone ? said.maybeDelivered : said.faults[fault.because];
  const message = fault.maybeDone && answer !== undefined ? withAnswerButton(line, answer) : notice(line);
  const direct: Target = { to: 'channel', channel: scene.user };
  const target: Target =
    responseUrl === undefined ? direct : { to: 'response', url: responseUrl, visible: 'asker', otherwise: direct };
  await tell(service, scene.client, target, message);
}

/**
 * Posts an answer; where Slack refuses it at that place, the asker gets it by direct message, with why above it.
 * @throws what the first post threw where nothing else can be tried, for `tellOfFault`.
 */
export async function postOrSendInPrivate(
  service: Service,
  scene: Pick<Scene, 'client' | 'team' | 'user'>,
  target: Target,
  render: (above: string | undefined) => SlackMessage,
): Promise<void> {
  const { poster } = service;
  try {
    await poster.post(scene.client, target, [render(undefined)]);
  } catch (error) {
    const fault = error instanceof PostError ? error.fault : faultOf(error);
    if (fault.maybeDone || !fault.instead.includes('private')) throw error;
    logFault(service, error, 'An answer could not be delivered there; it goes to the asker alone.');
    const said = slackPhrases(await languageOf(service, scene));
    await poster
      .post(scene.client, { to: 'channel', channel: scene.user }, [render(said.faults[fault.because])])
      .catch((failure: unknown) => logFault(service, failure, 'An answer could not be given in private either.'));
  }
}

/** Logs what Slack refused and what fixes it. */
export function logFault(service: Service, error: unknown, sentence: string): Fault {
  const fault = error instanceof PostError ? error.fault : faultOf(error);
  const told = service.refused() && (fault.kind === 'token' || fault.kind === 'scope');
  const facts = { platform: 'slack', code: fault.code, fix: fault.fix, err: error };
  if (told) service.config.log.warn(facts, sentence);
  else service.config.log.error(facts, sentence);
  return fault;
}

import type { App, BlockAction } from '@slack/bolt';
import type { Language } from '../../src/text/index.ts';
import { helpPhrases } from '../chat/help.ts';
import { actorOf } from './ask.ts';
import { FORGET, forgetButton } from './help.ts';
import { directIn } from './home.ts';
import type { Target } from './post.ts';
import { type Block, richText, section, words } from './render-blocks.ts';
import { isOurs, languageOf, notice, type Scene, type Service, tellOfFault, workspaceOf } from './service.ts';
import { escapeText } from './text.ts';

/** Deletes what is kept about a person, and resolves to what is said of it. @throws what the store throws. */
export async function forget(service: Service, scene: Scene): Promise<string> {
  const rows = await service.conversations.forget('slack', actorOf(scene));
  const { team: workspace, user: subscriber } = scene;
  const kept = await service.store.listSubscriptions({ platform: 'slack', workspace, subscriber });
  return helpPhrases(await languageOf(service, scene)).forgotten(rows, kept.length);
}

/** Offers to delete what is kept about a person; nothing is deleted yet. Never rejects. */
export async function offerToForget(
  service: Service,
  scene: Scene,
  target: Target,
  typed: Language | undefined,
): Promise<void> {
  try {
    const language = typed ?? (await languageOf(service, scene));
    const { forgetSure } = helpPhrases(language);
    const text = escapeText(forgetSure);
    const blocks: Block[] = [
      richText(section(...words(forgetSure))),
      { type: 'actions', elements: [forgetButton(language)] },
    ];
    await service.poster.post(scene.client, target, [{ text, blocks, plain: () => [text] }]);
  } catch (error) {
    await tellOfFault(service, scene, error);
  }
}

/** The button under help and in the Home tab. `refreshHome` shows the tab anew with a line above. */
export function listenToForget(
  app: App,
  service: Service,
  refreshHome: (scene: Scene, above: string) => Promise<void>,
): void {
  app.action<BlockAction>(FORGET, async ({ ack, client, context, body }) => {
    await ack();
    if (!(await isOurs(service, body.trigger_id))) return;
    const channel = body.channel?.id ?? body.user.id;
    const scene = { client, team: workspaceOf(context, body), channel, user: body.user.id };
    try {
      const told = await forget(service, scene);
      if (body.view?.type === 'home') return await refreshHome({ ...scene, channel: directIn(body.view) }, told);
      const direct = channel.startsWith('D') || body.channel === undefined;
      const target: Target = direct ? { to: 'channel', channel } : { to: 'person', channel, user: scene.user };
      await service.poster.post(client, target, [notice(told)]);
    } catch (error) {
      await tellOfFault(service, scene, error);
    }
  });
}

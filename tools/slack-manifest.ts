import { newAppLink, slackManifest } from '../adapters/slack/manifest.ts';
import { command, run, usageFault } from '../src/command-line/command.ts';

await run(
  command(
    'slack:manifest',
    `Prints the manifest of the Slack app, and on stderr a link that opens Slack's form for a new app with it filled in. For Socket Mode,
unless --url says where Slack reaches this service.`,
    { isPiped: true },
  )
    .option('--url <address>', 'public https address of this service, such as https://kyogi.example.org', publicAddress)
    .action(({ url }) => {
      const manifest = slackManifest(url);
      process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
      process.stderr.write(`\nCreate the app with this manifest:\n${newAppLink(manifest)}\n`);
    }),
);

/**
 * An address without the slash at its end.
 * @throws KyogiError `usage` for anything that Slack would not call.
 */
function publicAddress(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url?.protocol !== 'https:' || url.search !== '' || url.hash !== '' || url.username !== '')
    throw usageFault(`--url takes an https address such as https://kyogi.example.org, not "${given}".`);
  return url.href.replace(/\/+$/, '');
}

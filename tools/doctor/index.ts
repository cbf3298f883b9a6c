import { SCOPES } from '../../adapters/slack/scopes.ts';
import { command, run } from '../../src/command-line/command.ts';
import { jsonOption } from '../../src/command-line/options.ts';
import { type Config, inspectConfig } from '../../src/config.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { FONT_FILES } from '../../src/timeline/index.ts';
import { checkCurators } from './curators.ts';
import { checkDatabase } from './database.ts';
import { examine, type Finding, fail, ok } from './finding.ts';
import { checkFonts, checkKnowledge, checkNode, checkUnknown } from './local.ts';
import { checkDiscord, checkSlack } from './platforms.ts';
import { checkPorts } from './ports.ts';

const doctor = command(
  'doctor',
  `Checks Node, configuration, knowledge, database, fonts, and the tokens, scopes and channels of each platform that is configured,
and says what to do. Exit status 1 when anything fails. Secrets are never shown.`,
)
  .addOption(jsonOption('print the findings as JSON'))
  .action(async ({ json }) => {
    const findings = await diagnose();
    process.stdout.write(json ? `${JSON.stringify({ findings }, null, 2)}\n` : `${findings.map(line).join('\n')}\n`);
    process.exitCode = findings.some((finding) => finding.status === 'fail') ? 1 : 0;
  });

await run(doctor);

async function diagnose(): Promise<Finding[]> {
  const { config, issues, wrong } = inspectConfig();
  const findings = [
    checkNode(process.versions.node),
    ...(issues.length === 0
      ? [ok('configuration', platformsOf(config))]
      : issues.map((issue) => fail('configuration', ...split(issue)))),
    ...checkUnknown(config.unknown),
  ];
  findings.push(
    checkKnowledge(() => loadKnowledge(config.knowledgeDir)),
    await checkFonts(FONT_FILES),
  );

  // Not the default database in place of one that was meant.
  const { findings: ofDatabase, subscriptions } = wrong.has('DATABASE_URL')
    ? { findings: [], subscriptions: [] }
    : await checkDatabase(config.databaseUrl);
  findings.push(...ofDatabase);
  findings.push(ok('digests', config.digests ? 'sent from this process' : 'off in this process (KYOGI_DIGESTS=off)'));

  const ask = { fetch, nowMs: () => Temporal.Now.instant().epochMilliseconds };
  findings.push(...(await examine('port', () => checkPorts(config, ask))));
  const { discord, slack } = config;
  if (discord !== undefined) {
    const own = subscriptions.filter(({ platform }) => platform === 'discord');
    findings.push(
      ...(await examine(
        'discord',
        () => checkDiscord(discord, own, ask),
        unreachable('DISCORD_API_URL', 'https://discordstatus.com'),
      )),
    );
  }
  if (slack !== undefined) {
    const own = subscriptions.filter(({ platform }) => platform === 'slack');
    findings.push(
      ...(await examine(
        'slack',
        () => checkSlack(slack, SCOPES, own, ask),
        unreachable('SLACK_API_URL', 'https://slack-status.com'),
      )),
    );
  }
  findings.push(...(await examine('curator channel', () => checkCurators(config, ask))));
  return findings;
}

function platformsOf(config: Config): string {
  const names = [
    config.discord && 'Discord',
    config.slack && (config.slack.signingSecret ? 'Slack over HTTP' : 'Slack in Socket Mode'),
    config.web && 'the reading room',
  ];
  return names.filter((name) => name !== undefined).join(' and ') || 'no tokens: npm start opens the terminal chat';
}

function unreachable(variable: string, status: string): string {
  return `check the network and any proxy between, ${variable} if you set it, and ${status}`;
}

function split(issue: string): [string, string] {
  const [detail = issue, fix = 'see .env.example'] = issue.split(' — ');
  return [detail, fix];
}

function line(finding: Finding): string {
  const mark = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' }[finding.status];
  return `${mark}  ${finding.check}: ${finding.detail}${finding.fix === null ? '' : `\n      → ${finding.fix}`}`;
}

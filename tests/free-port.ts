import { type AddressInfo, createServer } from 'node:net';

/** A port of the loopback that nothing listens on at the moment. Where the program under test can choose by itself, give it port 0. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

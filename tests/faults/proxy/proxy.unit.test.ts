import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rngOf } from '../../rng.ts';
import { disturbing, noMessageFaults } from './message-faults.ts';
import { natsFrames } from './nats-frames.ts';
import { startProxy, type TcpProxy } from './tcp.ts';

const closeOf = (socket: Socket): Promise<void> => new Promise((resolve) => socket.once('close', () => resolve()));

describe('a way through the proxy', () => {
  let echo: Server;
  let proxy: TcpProxy;
  beforeAll(async () => {
    echo = createServer((socket) => void socket.on('error', () => undefined).pipe(socket)).listen(0, '127.0.0.1');
    await once(echo, 'listening');
  });
  afterAll(() => void echo.close());
  beforeEach(async () => {
    const bound = echo.address();
    proxy = await startProxy({ to: typeof bound === 'object' ? (bound?.port ?? 0) : 0 });
  });
  afterEach(() => proxy.close());

  const dial = async (): Promise<Socket> => {
    const socket = connect(proxy.port, '127.0.0.1').on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  };
  const answered = async (socket: Socket, text: string): Promise<string> => {
    socket.write(text);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.toString();
  };

  test('carries bytes both ways', async () => {
    expect(await answered(await dial(), 'good day')).toBe('good day');
  });

  test('is slower while it is delayed, and as before when healed', async () => {
    const socket = await dial();
    proxy.delay(40);
    const began = performance.now();
    expect(await answered(socket, 'slow')).toBe('slow');
    expect(performance.now() - began).toBeGreaterThan(75);
    proxy.heal();
    expect(await answered(socket, 'fast')).toBe('fast');
  });

  test('holds what is sent, and lets it arrive when healed', async () => {
    const socket = await dial();
    proxy.hold();
    let arrived = '';
    socket.on('data', (part: Buffer) => {
      arrived += part;
    });
    socket.write('held');
    await sleep(60);
    expect(arrived).toBe('');
    proxy.heal();
    await expect.poll(() => arrived).toBe('held');
  });

  test('breaks what is open, and takes new connections', async () => {
    const socket = await dial();
    await answered(socket, 'open');
    const closed = closeOf(socket);
    expect(proxy.cut()).toBe(2);
    await closed;
    expect(await answered(await dial(), 'again')).toBe('again');
  });

  test('refuses new connections, and keeps those that are open', async () => {
    const socket = await dial();
    await answered(socket, 'open');
    proxy.refuse();
    const refused = connect(proxy.port, '127.0.0.1').on('error', () => undefined);
    await closeOf(refused);
    expect(await answered(socket, 'still')).toBe('still');
  });
});

/** What an ordered consumer is given. */
const inOrder = (number: number): string => `MSG events.a 1 $JS.ACK.s.oc_X_1.${number} ${String(number).length}\r\n${number}\r\n`;
const delivered = (number: number): string => `MSG events.a 1 $JS.ACK.s.c.${number} ${String(number).length}\r\n${number}\r\n`;
const SAID = [
  'INFO {"server_id":"x"}\r\n',
  'PING\r\n',
  delivered(1),
  'MSG inbox 2 4\r\n\r\nab\r\n',
  'HMSG events.a 1 $JS.ACK.s.c.2 12 15\r\nNATS/1.0\r\n\r\nxyz\r\n',
  'HMSG inbox 3 16 16\r\nNATS/1.0 404\r\n\r\n\r\n',
  '+OK\r\n',
];

describe('what a NATS server sends', () => {
  test.each([1, 2, 7, 1_000])('is cut into whole messages, however it arrives (%i bytes at a time)', (size) => {
    const feed = natsFrames();
    const bytes = Buffer.from(SAID.join(''));
    const frames = [];
    for (let at = 0; at < bytes.length; at += size) frames.push(...feed(bytes.subarray(at, at + size)));
    expect(frames.map((frame) => frame.bytes.toString())).toEqual(SAID);
    expect(frames.map(({ reply }) => reply).filter((reply) => reply !== '')).toEqual(['$JS.ACK.s.c.1', '$JS.ACK.s.c.2']);
  });

  async function meddled(percent: number, left: number, message = delivered): Promise<{ sent: string[]; received: string; done: object }> {
    const messageFaults = { ...noMessageFaults(), percent, left };
    const stream = disturbing(messageFaults, rngOf(7));
    let received = '';
    stream.on('data', (part: Buffer) => {
      received += part;
    });
    const sent = Array.from({ length: 60 }, (_, index) => message(index + 100));
    for (const frame of [SAID[0] ?? '', ...sent]) stream.write(frame);
    const frames = () => natsFrames()(Buffer.from(received));
    const { done } = messageFaults;
    await expect.poll(() => frames().length).toBe(1 + sent.length + done.duplicated);
    return { sent, received, done };
  }

  test('passes as it is where nothing is to be done', async () => {
    const { sent, received } = await meddled(0, 100);
    expect(received).toBe([SAID[0], ...sent].join(''));
  });

  test('passes as it is where an ordered consumer is given it', async () => {
    const { sent, received } = await meddled(70, 20, inOrder);
    expect(received).toBe([SAID[0], ...sent].join(''));
  });

  test('comes twice, late or in another order, and none is lost or broken', async () => {
    const { sent, received, done } = await meddled(70, 20);
    const frames = natsFrames()(Buffer.from(received)).map(({ bytes }) => bytes.toString());
    expect(new Set(frames)).toEqual(new Set([SAID[0], ...sent]));
    const { duplicated, delayed, reordered } = done as { duplicated: number; delayed: number; reordered: number };
    expect(frames.length).toBe(61 + duplicated);
    expect(Math.min(duplicated, delayed, reordered)).toBeGreaterThan(0);
    expect(duplicated + delayed + reordered).toBe(20);
    expect(frames.slice(1)).not.toEqual(sent);
  });
});

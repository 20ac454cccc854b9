import { type Parts as DiallerParts, dialler } from './grpc/dial.ts';
import { serve } from './grpc/serve.ts';
import { connectNats } from './messaging/connect-nats.ts';
import { announceReplica, announceWriter } from './messaging/replicas.ts';
import { connectMongo } from './mongo.ts';
import { type OpenView, openView, type ViewOptions } from './views/open-view.ts';

/** What a program reaches beyond itself by. A system that runs in one process, in memory, hands its own to each of its programs. */
export type Infrastructure = {
  readonly connectMongo: typeof connectMongo;
  readonly connectNats: typeof connectNats;
  readonly serve: typeof serve;
  readonly dialler: (addresses: string, parts: DiallerParts) => ReturnType<typeof dialler>;
  readonly openView: (options: ViewOptions) => Promise<OpenView>;
  readonly announceReplica: typeof announceReplica;
  readonly announceWriter: typeof announceWriter;
};

export const INFRASTRUCTURE: Infrastructure = { connectMongo, connectNats, serve, dialler, openView, announceReplica, announceWriter };

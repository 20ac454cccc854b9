// A plugin of the code generator: writes the contracts themselves next to the code made from them, for those who describe them, and
// generates the published language of each context, its commands, what may be recorded, and the queries of each program.
import { buffer } from 'node:stream/consumers';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import {
  CodeGeneratorRequestSchema,
  CodeGeneratorResponse_Feature,
  CodeGeneratorResponseSchema,
  FileDescriptorSetSchema,
} from '@bufbuild/protobuf/wkt';
import { commandFiles } from './commands.mjs';
import { factFiles } from './facts.mjs';
import { itemFiles } from './items.mjs';
import { languageFiles } from './language.mjs';
import { readFiles } from './reads.mjs';
import { recordedFile } from './recorded.mjs';
import { rpcFiles } from './rpcs.mjs';

const { protoFile } = fromBinary(CodeGeneratorRequestSchema, await buffer(process.stdin));
const contracts = create(FileDescriptorSetSchema, { file: protoFile });
const set = toBinary(FileDescriptorSetSchema, contracts);
const content = [
  '/** All contracts as one FileDescriptorSet, in base64, with their comments. */',
  `export const DESCRIPTORS = '${Buffer.from(set).toString('base64')}';`,
  '',
].join('\n');
const answer = create(CodeGeneratorResponseSchema, {
  supportedFeatures: BigInt(CodeGeneratorResponse_Feature.PROTO3_OPTIONAL),
  file: [
    { name: 'descriptors.ts', content },
    ...languageFiles(contracts),
    ...commandFiles(contracts),
    ...factFiles(contracts),
    ...readFiles(contracts),
    ...itemFiles(contracts),
    ...rpcFiles(contracts),
    recordedFile(contracts),
  ],
});
process.stdout.write(toBinary(CodeGeneratorResponseSchema, answer));

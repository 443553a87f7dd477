import { designJsonSchema } from '../../shared/model/json-schema';
import { type Command, done, jsonText } from './command';

export const schemaCommand: Command = {
  id: 'schema',
  operands: [],
  options: [],
  summary: 'Print the JSON Schema of a design file.',
  run: async () => done(jsonText(designJsonSchema())),
};

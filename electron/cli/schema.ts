import { designJsonSchema } from '../../shared/model/json-schema';
import { done, jsonText, type Outcome } from './command';

export async function run(): Promise<Outcome> {
  return done(jsonText(designJsonSchema()));
}

import { createAnalyzer } from '../../shared/analysis/analyzer';
import type { ResolvedDesign } from '../../shared/catalog/resolved';
import { evaluateRules } from '../../shared/rules/evaluate';
import { replyTo } from './inquiries';
import type { Answer, Inquiry, Question } from './protocol';

/** The newest question; an older one's second answer is not worked out once a newer one has come. */
let newest = 0;
/** A question is a copy of the document, of which only what was edited is worked out again. */
const analyzer = createAnalyzer();

function answer({ ticket, load }: Question, design: ResolvedDesign, stage: Answer['stage']): void {
  const result = analyzer.analyze(design, { load, percentiles: stage === 'percentiles' });
  const analysis = result.ok ? result.analysis : null;
  const errors = result.ok ? [] : result.errors;
  const { findings, suppressed } = evaluateRules({ design, analysis, errors });
  const message: Answer = { ticket, stage, analysis, errors, findings, suppressed };
  self.postMessage(message);
}

self.addEventListener('message', ({ data }: MessageEvent<Question | Inquiry>) => {
  if ('inquiry' in data) self.postMessage(replyTo(data, analyzer));
  else take(data);
});

function take(question: Question): void {
  newest = question.ticket;
  const design = analyzer.resolveCopy(question.design);
  answer(question, design, 'means');
  setTimeout(() => {
    if (question.ticket === newest) answer(question, design, 'percentiles');
  }, 0);
}

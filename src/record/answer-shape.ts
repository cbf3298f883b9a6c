import { z } from 'zod';
import { type AnswerJson, Intents } from '../answer/json.ts';

/** The JSON contract of an answer, as `npm run ask -- --json` prints it. Fields are only ever added. */
export const AnswerShape = z
  .object({
    status: z.enum(['answered', 'not-found', 'clarify']).meta({
      description: 'not-found: the record holds nothing that answers. clarify: the question has several meanings.',
    }),
    language: z.enum(['ja', 'en']),
    question: z
      .object({
        intent: z.enum(Intents),
        period: z
          .object({ from: z.string().nullable(), to: z.string().nullable() })
          .nullable()
          .meta({ description: 'Inclusive days; an open end is null.' }),
        people: z.array(z.string()).readonly(),
        frameworks: z.array(z.string()).readonly(),
        topics: z.array(z.string()).readonly(),
        countries: z.array(z.string()).readonly(),
      })
      .meta({ description: 'The question as understood, with ids of the record.' }),
    text: z.string().meta({ description: 'The whole answer as plain text, with [n] marks and the sources.' }),
    statements: z
      .array(
        z.object({
          text: z.string(),
          citations: z.array(z.number().int().positive()).readonly(),
          heading: z.string().exactOptional(),
        }),
      )
      .readonly()
      .meta({ description: 'Every sentence that asserts something, each with the numbers of its citations.' }),
    consultations: z.array(z.string()).readonly().meta({ description: 'Ids the answer rests on, best first.' }),
    citations: z
      .array(
        z.object({
          n: z.number().int().positive(),
          title: z.string(),
          publisher: z.string(),
          url: z.string(),
          published: z.string().nullable(),
          locator: z.string().nullable(),
        }),
      )
      .readonly(),
    suggestions: z.array(z.string()).readonly().meta({ description: 'Complete questions to ask next.' }),
  })
  .meta({ id: 'Answer' }) satisfies z.ZodType<AnswerJson>;

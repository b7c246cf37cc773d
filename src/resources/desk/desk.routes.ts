import { ok, operation, type Operation } from '../../platform/http/route.js';
import { people, peopleQuery } from './people.schema.js';
import type { PeopleService } from './people.service.js';
import { spoken } from '../../platform/http/transitions.js';

const tag = 'Desk';

export const deskOperations = ({ people: service }: { people: PeopleService }): Operation[] => [
  operation({
    method: 'get',
    path: '/v1/desk/people',
    id: 'listDeskPeople',
    tag,
    summary: 'Whom work can be given to',
    description:
      'Active checkers and editors, with what they hold and until when they are away. With `task`, whether that task can be given to each of them, and why not: they had the other part in its verdict, have not the role, are away, or hold enough.',
    permission: 'read_desk',
    query: peopleQuery,
    answers: { 200: { description: 'Everybody who does the work, by role and ref', body: people } },
    problems: ['task_not_found'],
    handle: async ({ query, language }) => ok({ people: await service.list(query.task, language) }, spoken),
  }),
];

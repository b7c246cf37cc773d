import { answerPage } from '../../platform/http/list-query.js';
import type { ReadList } from '../../platform/http/read-list.js';
import { okRendered, operationsTagged, shows, type Operation } from '../../platform/http/route.js';
import { board, boardQuery } from './board.schema.js';
import type { BoardService } from './board.service.js';
import { approvalsInDoubt, doubtQuery, type DoubtQuery } from './doubts.schema.js';
import { people, peopleQuery } from './people.schema.js';
import type { PeopleService } from './people.service.js';
import { spoken } from '../../platform/http/transitions.js';

const operation = operationsTagged('Desk');

interface Services {
  people: PeopleService;
  board: BoardService;
  listDoubts: (query: DoubtQuery) => Promise<ReadList>;
}

export const deskOperations = ({ people: service, board: boards, listDoubts }: Services): Operation[] => [
  operation('GET /v1/desk/people', {
    id: 'listDeskPeople',
    summary: 'Whom work can be given to',
    description:
      'Active checkers and editors, with what they hold and until when they are away. With `task`, whether that task can be given to each of them, and why not: they had the other part in its verdict, have not the role, are away, or hold enough. With `verdict`, who can confirm what you decide on it out of turn.',
    permission: 'read_desk',
    query: peopleQuery,
    answers: shows('A page of those who do the work', people),
    problems: ['unknown_reference'],
    handle: async ({ query, caller, language, request }) =>
      answerPage(request, await service.list(query, caller, language), spoken),
  }),
  operation('GET /v1/desk/board', {
    id: 'getBoard',
    summary: 'Where all claims stand, column by column',
    description:
      'How many there are in each, how many are overdue, and the first of them. `published` holds those that were published or have changed within seven days. Filters narrow the items, not the counts; claims that try something out are not counted.',
    permission: 'read_desk',
    cost: 5,
    query: boardQuery,
    answers: { 200: { description: 'Every column, in the order of the work', body: board } },
    handle: async ({ query, caller }) => okRendered(await boards.read(query, caller)),
  }),
  operation('GET /v1/desk/doubts', {
    id: 'listApprovalsInDoubt',
    summary: 'Approvals that were not by two persons, as is known by now',
    description:
      'Two members may turn out to be one person. What one of them approved of the words of the other is listed here: verdicts and notices as long as they stand in public, and privileged changes that one asked for and the other confirmed. Nothing is rewritten for that: whoever decides corrects or retracts it, or changes it back. `isnad verify` names them, too.',
    permission: 'govern',
    query: doubtQuery,
    answers: shows('A page, the newest first unless sorted otherwise', approvalsInDoubt),
    handle: async ({ query, request }) => answerPage(request, await listDoubts(query)),
  }),
];

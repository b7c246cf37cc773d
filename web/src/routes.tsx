/** The screens by their addresses. Each is loaded when it is first opened. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { Frame } from './frame/frame.js';
import { readFindClaims } from './claims/find-claims.js';
import { NotFound, ScreenError } from './frame/screen-error.js';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound, errorComponent: ScreenError });

const to = (path: '/work') => () => {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- this router takes a redirect as something thrown
  throw redirect({ to: path });
};

const start = createRoute({ getParentRoute: () => root, path: '/', beforeLoad: to('/work') });
const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', beforeLoad: to('/work') });

const work = createRoute({
  getParentRoute: () => root,
  path: '/work',
  component: lazyRouteComponent(() => import('./work/work-screen.js'), 'WorkScreen'),
});

const task = createRoute({
  getParentRoute: () => root,
  path: '/tasks/$task',
  component: lazyRouteComponent(() => import('./tasks/task-screen.js'), 'TaskScreen'),
});

const claims = createRoute({
  getParentRoute: () => root,
  path: '/claims',
  validateSearch: readFindClaims,
  component: lazyRouteComponent(() => import('./claims/claims-screen.js'), 'ClaimsScreen'),
});

const claim = createRoute({
  getParentRoute: () => root,
  path: '/claims/$claim',
  component: lazyRouteComponent(() => import('./claims/claim-screen.js'), 'ClaimScreen'),
});

const verdict = createRoute({
  getParentRoute: () => root,
  path: '/verdicts/$verdict',
  component: lazyRouteComponent(() => import('./approve/approval-screen.js'), 'ApprovalScreen'),
});

const routeTree = root.addChildren([start, signIn, work, task, claims, claim, verdict]);

export const createRoutes = () =>
  createRouter({
    routeTree,
    basepath: '/desk',
    defaultPreload: 'intent',
    defaultErrorComponent: ScreenError,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createRoutes>;
  }
}

/** The screens by their addresses. Each is loaded when it is first opened. */
import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { Frame } from './frame/frame.js';
import { readFindClaims } from './claims/claims-address.js';
import { readInAddress } from './review/in-address.js';
import { NotFound, ScreenError, Unreachable } from './frame/screen-error.js';
import { late, later, type Late, type Preloadable } from './parts/late.js';
import { noteMissing } from './parts/missing-part.js';
import { shell } from './shell/keep-shell.js';
import { Skeleton } from './parts/skeleton.js';

/** A screen that cannot be loaded is not gone to: what is shown stays, and it is said why. */
const whereLoaded =
  (screen: Preloadable) =>
  async ({ preload }: { preload: boolean }): Promise<void> => {
    try {
      await screen.preload();
    } catch {
      if (preload) return;
      const shown = shownNow();
      noteMissing(true);
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- this router takes a redirect as something thrown
      if (shown !== undefined) throw redirect({ href: shown, replace: true });
    }
  };
let shownNow = (): string | undefined => undefined;

const screens: Readonly<Record<'work' | 'task' | 'claims' | 'claim' | 'verdict', Late<object>>> = {
  work: late(() => import('./work/work-screen.js').then((part) => part.WorkScreen), <Skeleton />),
  task: later(
    async () => {
      // Most tasks are reviews: their screen comes along.
      const [part] = await Promise.all([
        import('./tasks/task-screen.js'),
        import('./review/review-screen.js'),
      ]);
      return part.TaskScreen;
    },
    <Skeleton />,
  ),
  claims: later(() => import('./claims/claims-screen.js').then((part) => part.ClaimsScreen), <Skeleton />),
  claim: later(() => import('./claims/claim-screen.js').then((part) => part.ClaimScreen), <Skeleton />),
  verdict: later(
    () => import('./approve/approval-screen.js').then((part) => part.ApprovalScreen),
    <Skeleton />,
  ),
};
const Away = later(
  () => import('./offline/offline-screen.js').then((part) => part.OfflineScreen),
  <Unreachable />,
);
const atRest = [screens.task, screens.claim, screens.claims, screens.verdict, screens.work, Away, shell];

const root = createRootRoute({
  component: () => <Frame screens={atRest} Away={Away} />,
  notFoundComponent: () => <NotFound />,
  errorComponent: ScreenError,
});

const to = (path: '/work') => () => {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- this router takes a redirect as something thrown
  throw redirect({ to: path });
};

const start = createRoute({ getParentRoute: () => root, path: '/', beforeLoad: to('/work') });
const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', beforeLoad: to('/work') });

const work = createRoute({
  getParentRoute: () => root,
  path: '/work',
  component: screens.work,
  beforeLoad: whereLoaded(screens.work),
});

const task = createRoute({
  getParentRoute: () => root,
  path: '/tasks/$task',
  validateSearch: readInAddress,
  component: screens.task,
  beforeLoad: whereLoaded(screens.task),
});

const claims = createRoute({
  getParentRoute: () => root,
  path: '/claims',
  validateSearch: readFindClaims,
  component: screens.claims,
  beforeLoad: whereLoaded(screens.claims),
});

const claim = createRoute({
  getParentRoute: () => root,
  path: '/claims/$claim',
  validateSearch: readInAddress,
  component: screens.claim,
  beforeLoad: whereLoaded(screens.claim),
});

const verdict = createRoute({
  getParentRoute: () => root,
  path: '/verdicts/$verdict',
  component: screens.verdict,
  beforeLoad: whereLoaded(screens.verdict),
});

const routeTree = root.addChildren([start, signIn, work, task, claims, claim, verdict]);

export const createRoutes = () => {
  // It comes while it is asked who is here.
  if (/^\/desk(\/work)?\/?$/.test(location.pathname)) void screens.work.preload().catch(() => undefined);
  const router = createRouter({
    routeTree,
    basepath: '/desk',
    defaultPreload: 'intent',
    defaultErrorComponent: ScreenError,
  });
  shownNow = () => router.state.resolvedLocation?.href;
  return router;
};

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createRoutes>;
  }
}

/** Signing in at the identity provider in a real browser, over its own page and back. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaintsOf, hasChromium, launchBrowser } from '../support/browser.js';
import { bodyOf } from '../support/desk.js';
import { findFreePort } from '../support/free-port.js';
import { startIssuer, type Issuer } from '../support/issuer.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import { expectNoBarriers } from './barriers.js';

describe.skipIf(!hasChromium)('signing in at the identity provider', () => {
  let browser: Browser;
  let product: DeskProduct;
  let issuer: Issuer;
  let url: string;

  beforeAll(async () => {
    [browser, issuer] = await Promise.all([launchBrowser(), startIssuer()]);
    // The provider has to be told where browsers come back to before the API is started.
    const PORT = String(await findFreePort());
    const { id: OIDC_CLIENT_ID, secret: OIDC_CLIENT_SECRET } = issuer.client;
    url = `http://127.0.0.1:${PORT}`;
    product = await startDeskProduct({
      seeded: true,
      env: { PORT, PUBLIC_URL: url, OIDC_ISSUER: issuer.url, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET },
    });
    const identities = [{ issuer: issuer.url, subject: 'user-1' }];
    bodyOf(await product.as('admin').patch('/v1/members/checker', { identities }, { 'If-Match': '*' }));
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([product.close(), issuer.close()]);
  });

  it.each([
    ['en-US', /Sign in at/, /Give an admin/],
    ['ar-EG', /الدخول عبر/, /المشرف/],
  ])('tells a stranger who they are, and leads a member to where they were: %s', async (locale, go, why) => {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    issuer.signsIn = { sub: 'a-stranger' };
    await page.goto(`${url}/desk/claims?q=C34`);
    await page.getByRole('link', { name: go }).click();
    await page.getByRole('alert').filter({ hasText: why }).waitFor();
    expect(await page.getByText('a-stranger').isVisible()).toBe(true);
    await expectNoBarriers(page);
    issuer.signsIn = { sub: 'user-1' };
    await page.getByRole('link', { name: go }).click();
    await page.locator('main h1').first().waitFor();
    expect(page.url()).toBe(`${url}/desk/claims?q=C34`);
    const { member } = (await (await context.request.get(`${url}/session`)).json()) as {
      member: { ref: string };
    };
    expect(member.ref).toBe('checker');
    // Without a session the browser is told so, which it notes down.
    expect(complaints.filter((one) => !one.includes('401'))).toEqual([]);
    await context.close();
  });
});

import { defineConfig } from 'prisma/config';

// Only `prisma generate` reads this file: migrations are applied by prisma/migrate.ts, which carries
// Prisma's engine with it and needs no download (docs/decisions/002-migrations-without-a-download.md).
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});

-- CreateTable
CREATE TABLE "VisitGeneration" (
    "sandboxId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,

    PRIMARY KEY ("sandboxId", "userId"),
    CONSTRAINT "VisitGeneration_sandboxId_fkey" FOREIGN KEY ("sandboxId") REFERENCES "Sandbox" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DeniedToken" (
    "sandboxId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,

    PRIMARY KEY ("sandboxId", "id"),
    CONSTRAINT "DeniedToken_sandboxId_fkey" FOREIGN KEY ("sandboxId") REFERENCES "Sandbox" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Session" (
    "idHash" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "sandboxId" TEXT NOT NULL,
    "userId" TEXT,
    "device" TEXT NOT NULL,
    "cart" TEXT NOT NULL,
    "customer" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,

    PRIMARY KEY ("sandboxId", "idHash"),
    CONSTRAINT "Session_sandboxId_fkey" FOREIGN KEY ("sandboxId") REFERENCES "Sandbox" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Session" ("cart", "createdAt", "device", "expiresAt", "handle", "idHash", "lastSeenAt", "sandboxId", "userId", "version") SELECT "cart", "createdAt", "device", "expiresAt", "handle", "idHash", "lastSeenAt", "sandboxId", "userId", "version" FROM "Session";
DROP TABLE "Session";
ALTER TABLE "new_Session" RENAME TO "Session";
CREATE UNIQUE INDEX "Session_handle_key" ON "Session"("handle");
CREATE INDEX "Session_sandboxId_userId_idx" ON "Session"("sandboxId", "userId");
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "DeniedToken_expiresAt_idx" ON "DeniedToken"("expiresAt");

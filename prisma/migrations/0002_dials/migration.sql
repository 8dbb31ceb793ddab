-- AlterTable
ALTER TABLE "Session" ADD COLUMN "customer" TEXT;

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

-- CreateIndex
CREATE INDEX "DeniedToken_expiresAt_idx" ON "DeniedToken"("expiresAt");

-- CreateTable
CREATE TABLE "UserKey" (
    "sandboxId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "number" INTEGER NOT NULL,

    PRIMARY KEY ("sandboxId", "subject"),
    CONSTRAINT "UserKey_sandboxId_fkey" FOREIGN KEY ("sandboxId") REFERENCES "Sandbox" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

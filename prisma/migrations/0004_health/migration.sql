-- CreateTable
CREATE TABLE "Health" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "checkedAt" DATETIME NOT NULL
);

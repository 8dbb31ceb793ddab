-- How many rows one sandbox may have. Counted by the statement that inserts, so that no two requests can both be the last
-- one that fits. SQLite answers SQLITE_CONSTRAINT_TRIGGER with this message; lib/patient-libsql.ts gives it a name.

CREATE TRIGGER "Session_cap" BEFORE INSERT ON "Session"
WHEN (SELECT count(*) FROM "Session" WHERE "sandboxId" = NEW."sandboxId") >= 200
BEGIN SELECT RAISE(ABORT, 'sandbox_full'); END;

-- Families that are alive.
CREATE TRIGGER "RefreshFamily_cap" BEFORE INSERT ON "RefreshFamily"
WHEN (SELECT count(*) FROM "RefreshFamily" WHERE "sandboxId" = NEW."sandboxId"
  AND "endedAt" IS NULL AND "expiresAt" > NEW."createdAt") >= 50
BEGIN SELECT RAISE(ABORT, 'sandbox_full'); END;

-- Those that have ended stay, because their tokens are recognised by them.
CREATE TRIGGER "RefreshFamily_all_cap" BEFORE INSERT ON "RefreshFamily"
WHEN (SELECT count(*) FROM "RefreshFamily" WHERE "sandboxId" = NEW."sandboxId") >= 1000
BEGIN SELECT RAISE(ABORT, 'sandbox_full'); END;

-- The shortest access token lives for 10 s and a family for 12 h: 4320 rotations.
CREATE TRIGGER "SpentRefreshToken_cap" BEFORE INSERT ON "SpentRefreshToken"
WHEN (SELECT count(*) FROM "SpentRefreshToken" WHERE "familyId" = NEW."familyId") >= 5000
BEGIN SELECT RAISE(ABORT, 'sandbox_full'); END;

CREATE TRIGGER "Cart_cap" BEFORE INSERT ON "Cart"
WHEN (SELECT count(*) FROM "Cart" WHERE "sandboxId" = NEW."sandboxId") >= 1000
BEGIN SELECT RAISE(ABORT, 'sandbox_full'); END;

CREATE TRIGGER "Order_cap" BEFORE INSERT ON "Order"
WHEN (SELECT count(*) FROM "Order" WHERE "sandboxId" = NEW."sandboxId") >= 1000
BEGIN SELECT RAISE(ABORT, 'sandbox_full'); END;

CREATE TRIGGER "DeniedToken_cap" BEFORE INSERT ON "DeniedToken"
WHEN (SELECT count(*) FROM "DeniedToken" WHERE "sandboxId" = NEW."sandboxId") >= 2000
BEGIN SELECT RAISE(ABORT, 'sandbox_full'); END;

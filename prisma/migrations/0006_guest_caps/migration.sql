-- Guests fill at most half of what a sandbox may hold (0003, 0005): whoever knows its public name can shop there as a guest, and must not
-- be able to keep its owner from signing in, renewing or shopping as a customer.

CREATE TRIGGER "Session_guest_cap" BEFORE INSERT ON "Session"
WHEN NEW."userId" IS NULL
  AND (SELECT count(*) FROM "Session" WHERE "sandboxId" = NEW."sandboxId" AND "userId" IS NULL) >= 100
BEGIN SELECT RAISE(ABORT, 'sandbox_full'); END;

-- Families that are alive.
CREATE TRIGGER "RefreshFamily_guest_cap" BEFORE INSERT ON "RefreshFamily"
WHEN NEW."subject" GLOB 'guest-*'
  AND (SELECT count(*) FROM "RefreshFamily" WHERE "sandboxId" = NEW."sandboxId" AND "subject" GLOB 'guest-*'
    AND "endedAt" IS NULL AND "expiresAt" > NEW."createdAt") >= 25
BEGIN SELECT RAISE(ABORT, 'sandbox_full'); END;

-- With those that have ended.
CREATE TRIGGER "RefreshFamily_guest_all_cap" BEFORE INSERT ON "RefreshFamily"
WHEN NEW."subject" GLOB 'guest-*'
  AND (SELECT count(*) FROM "RefreshFamily" WHERE "sandboxId" = NEW."sandboxId" AND "subject" GLOB 'guest-*') >= 500
BEGIN SELECT RAISE(ABORT, 'sandbox_full'); END;

CREATE TRIGGER "Cart_guest_cap" BEFORE INSERT ON "Cart"
WHEN NEW."subject" GLOB 'guest-*'
  AND (SELECT count(*) FROM "Cart" WHERE "sandboxId" = NEW."sandboxId" AND "subject" GLOB 'guest-*') >= 500
BEGIN SELECT RAISE(ABORT, 'sandbox_full'); END;

CREATE TRIGGER "SpentRefreshToken_guest_cap" BEFORE INSERT ON "SpentRefreshToken"
WHEN (SELECT "subject" FROM "RefreshFamily" WHERE "id" = NEW."familyId") GLOB 'guest-*'
  AND (SELECT count(*) FROM "RefreshFamily" AS family
    JOIN "SpentRefreshToken" AS spent ON spent."familyId" = family."id"
    WHERE family."sandboxId" = (SELECT "sandboxId" FROM "RefreshFamily" WHERE "id" = NEW."familyId")
      AND family."subject" GLOB 'guest-*') >= 10000
BEGIN SELECT RAISE(ABORT, 'sandbox_full'); END;

-- A family is denied as "sid:…"; that of a guest is known by its row.
CREATE TRIGGER "DeniedToken_guest_cap" BEFORE INSERT ON "DeniedToken"
WHEN EXISTS (SELECT 1 FROM "RefreshFamily" WHERE "id" = substr(NEW."id", 5) AND "subject" GLOB 'guest-*')
  AND (SELECT count(*) FROM "RefreshFamily" AS family
    JOIN "DeniedToken" AS denied ON denied."id" = 'sid:' || family."id" AND denied."sandboxId" = family."sandboxId"
    WHERE family."sandboxId" = NEW."sandboxId" AND family."subject" GLOB 'guest-*') >= 500
BEGIN SELECT RAISE(ABORT, 'sandbox_full'); END;

-- Spent refresh tokens of one sandbox, over all its families, the ended ones as well: 1000 families of 5000 would be 5 million rows.
-- Two devices that refresh every 10 s for as long as a sandbox lives leave 17 280.
-- None is let go to make room: of a token that has no row nobody can tell that it comes for the second time.

CREATE TRIGGER "SpentRefreshToken_sandbox_cap" BEFORE INSERT ON "SpentRefreshToken"
WHEN (SELECT count(*) FROM "RefreshFamily" AS family
  JOIN "SpentRefreshToken" AS spent ON spent."familyId" = family."id"
  WHERE family."sandboxId" = (SELECT "sandboxId" FROM "RefreshFamily" WHERE "id" = NEW."familyId")) >= 20000
BEGIN SELECT RAISE(ABORT, 'sandbox_full'); END;

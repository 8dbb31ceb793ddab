-- AlterTable
ALTER TABLE "Sandbox" ADD COLUMN "roomOf" TEXT;

-- CreateIndex
CREATE INDEX "Sandbox_roomOf_idx" ON "Sandbox"("roomOf");

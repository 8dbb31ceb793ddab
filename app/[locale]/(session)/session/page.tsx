import { LanePage, type LaneProps, laneMetadata } from '@/app/_pages/lane/lane-page'

export const generateMetadata = laneMetadata('session')

export default function Page({ params }: LaneProps) {
  return <LanePage strategy="session" params={params} />
}

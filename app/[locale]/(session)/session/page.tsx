import { LanePage, type LaneProps, laneMetadata } from '@/app/_inspector/lane-page'

export const generateMetadata = laneMetadata('session')

export default function Page({ params }: LaneProps) {
  return <LanePage strategy="session" params={params} />
}

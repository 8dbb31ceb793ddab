import { LanePage, type LaneProps, laneMetadata } from '@/app/_inspector/lane-page'

export const generateMetadata = laneMetadata('cookie')

export default function Page({ params }: LaneProps) {
  return <LanePage strategy="cookie" params={params} />
}
